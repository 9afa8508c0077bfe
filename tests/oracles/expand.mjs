// What a client built on ical.js (Thunderbird, Nextcloud) shows: the sessions of a calendar file, as JSON.
//
//   node expand.mjs FILE LAST_DAY
//
// For each session: its UID, status, summary, whether it is about whole days, and its start and end twice:
// `start` as the instant that the file's own VTIMEZONE gives, `local` and `tzid` as written, for readers that have
// their own zone data. Rules are followed to LAST_DAY (YYYY-MM-DD), exclusive.
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'

const [file, lastDay] = process.argv.slice(2)
const horizon = ICAL.Time.fromDateString(lastDay)

const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')))
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)

const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString())

const session = (item, start, end) => ({
  uid: item.uid,
  status: item.component.getFirstPropertyValue('status'),
  summary: item.summary,
  wholeDay: start.isDate,
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

const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
const exceptions = events.filter((event) => event.isRecurrenceException())
const masters = events.filter((event) => !event.isRecurrenceException())
const found = masters.flatMap((master) => [...sessions(master, exceptions.filter((exception) => exception.uid === master.uid))])
process.stdout.write(JSON.stringify(found))
