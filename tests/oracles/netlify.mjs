// What Netlify reads from a site, in its own words, as JSON.
//
//   node netlify.mjs REPOSITORY PUBLIC
//
// `commands` and `publish` of netlify.toml for each context; `environment` of the build; `redirects`; `headers`, a list of rules with the
// expression by which Netlify decides whether a path is meant; and what its parsers complain of as `errors`.
import { join, relative } from 'node:path'
import { resolveConfig } from '@netlify/config'
import { parseAllHeaders } from '@netlify/headers-parser'
import { parseAllRedirects } from '@netlify/redirect-parser'

const [repository, folder] = process.argv.slice(2)
const quiet = { minimal: false, configHeaders: [], configRedirects: [] }

const settings = async (context) => {
  const { config } = await resolveConfig({ repositoryRoot: repository, cwd: repository, context, branch: 'main', offline: true, mode: 'buildbot', buffer: true })
  return config.build
}

const contexts = ['production', 'deploy-preview', 'branch-deploy']
const builds = Object.fromEntries(await Promise.all(contexts.map(async (context) => [context, await settings(context)])))
const { headers, errors: inHeaders } = await parseAllHeaders({ headersFiles: [join(folder, '_headers')], ...quiet })
const { redirects, errors: inRedirects } = await parseAllRedirects({ redirectsFiles: [join(folder, '_redirects')], ...quiet })

process.stdout.write(JSON.stringify({
  commands: Object.fromEntries(contexts.map((context) => [context, builds[context].command])),
  publish: relative(repository, builds.production.publish),
  environment: builds.production.environment,
  headers: headers.map((rule) => ({ path: rule.for, matches: String(rule.forRegExp), values: rule.values })),
  redirects: redirects.map(({ from, to, status, force }) => ({ from, to, status, force })),
  errors: [...inHeaders, ...inRedirects].map(String),
}))
