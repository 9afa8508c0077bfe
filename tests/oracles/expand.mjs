// What a client built on ical.js (Thunderbird, Nextcloud) shows: the sessions of calendar files, as JSON.
//
//   node expand.mjs LAST_DAY FILE…
//
// A list for each file, in order. For each session: its UID, status, summary, its start and end as the instants that the
// file's own VTIMEZONE gives (dates for whole days), and `local` and `tzid` as written, for readers that have their own
// zone data. Rules are followed to LAST_DAY (YYYY-MM-DD), exclusive.
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'

const [lastDay, ...files] = process.argv.slice(2)
const horizon = ICAL.Time.fromDateString(lastDay)

const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString())

const session = (item, start, end) => ({
  uid: item.uid,
  status: item.component.getFirstPropertyValue('status'),
  summary: item.summary,
  start: moment(start),
  end: moment(end),
  local: start.toString(),
  tzid: start.isDate ? null : start.zone.tzid,
})

function* sessions(master, exceptions) {
  for (const exception of exceptions) master.relateException(exception)
  if (!master.isRecurring()) {
    yield session(master, master.startDate, master.endDate)
    return
  }
  const days = master.iterator()
  for (let day = days.next(); day && day.compare(horizon) < 0; day = days.next()) {
    const { item, startDate, endDate } = master.getOccurrenceDetails(day)
    yield session(item, startDate, endDate)
  }
}

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')))
  ICAL.TimezoneService.reset() // a zone of one file says nothing about the next
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const exceptions = events.filter((event) => event.isRecurrenceException())
  const masters = events.filter((event) => !event.isRecurrenceException())
  return masters.flatMap((master) => [...sessions(master, exceptions.filter((exception) => exception.uid === master.uid))])
}

process.stdout.write(JSON.stringify(files.map(read)))
