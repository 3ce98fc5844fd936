import type zh from './manager.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  board: {
    title: 'Supervision', asOf: 'As of {{at}}; follows the cases as they move', ofDepartment: 'The board of {{name}}', report: 'Monthly report', export: 'Export', exported: 'Exports are on record in the audit log',
    exportAs: { overdueCsv: 'Overdue (CSV)', overdueXlsx: 'Overdue (Excel)', nearingCsv: 'Nearing (CSV)', nearingXlsx: 'Nearing (Excel)', casesCsv: 'Cases (CSV)', casesXlsx: 'Cases (Excel)' },
  },
  filter: { label: 'Narrow down', department: 'Department', service: 'Service', region: 'Region', all: 'All', clear: 'Clear' },
  stat: {
    open: 'Running cases', openNote: '{{tasks}} tasks wait', tasks: 'Tasks waiting', overdue: 'Limits overdue', nearing: 'Limits nearing', onTime: 'Decided in time', onTimeNote: '{{decided}} decided in {{days}} days, {{late}} of them late', nothingDecided: 'Nothing was decided in {{days}} days',
    likely: 'Likely to be late', likelyNote: 'as forecast {{at}}', seeList: 'See the list', withoutNote: 'statutory, promised and others',
  },
  pressing: {
    title: 'Nearing and overdue', overdue: 'Overdue', nearing: 'Nearing', none: 'No such limits.', caption: 'Limits, {{what}}; the first due first',
    column: { case: 'Case', item: 'Item', department: 'Department', limit: 'Limit', due: 'Due', urged: 'Urged', act: 'Do' },
    wholeCase: 'The whole case', provisional: 'provisional', reason: 'Why overdue:', noReason: 'No reason stated yet', chance: '{{percent}} likely to be late', urgedUntil: 'answer by {{on}}', urge: 'Urge', urgeOf: 'Urge: {{item}} ({{caseNo}})', toDesk: 'To the desk', kindLimit: '{{kind}}',
  },
  urge: { title: 'Urge', about: '{{department}} · {{item}}', atWindow: 'Window', message: 'What is urged', messageExample: 'For instance: the promised limit is over; say why, and get it done', needed: 'Say what is urged', days: 'Answer within how many working days', send: 'Urge', done: 'Urged' },
  extension: {
    title: 'Extensions to decide', none: 'No extensions wait.', days: '{{days}} working days more', lapses: 'the limit ends {{on}}; undecided by then it lapses', asked: 'asked for by {{name}} on {{on}}', joint: 'The joint limit', decidedBy: 'for the head of: {{name}}', approve: 'Approve', reject: 'Reject', approveOf: 'Approve the extension: {{what}}', rejectOf: 'Reject the extension: {{what}}',
    approveSure: 'The applicant gets a notice with the reason and the new date. A limit is extended once only.', rejectReason: 'Why it is rejected', needed: 'Say why', cancel: 'Cancel',
  },
  trend: { title: 'The last {{days}} days', received: 'received', settled: 'closed', overdue: 'limits run out', receivedItems: 'items received', settledItems: 'items decided', day: 'Day', picture: 'A chart: each day’s {{received}}, {{settled}} and {{overdue}}. The table below says the same.' },
  rate: {
    title: 'Decided in time', by: 'by', dimension: { department: 'Department', service: 'Service', item: 'Item', person: 'Person', region: 'Region' }, column: { name: 'Name', decided: 'Decided', late: 'Late', rate: 'In time', open: 'Waiting', nearing: 'Nearing', overdue: 'Overdue' },
    byRule: 'Decided by a rule', picture: 'Bars: share decided in time, by {{by}}. The table below says the same.', none: 'Nothing was decided in 90 days.', note: 'In time: before the item’s statutory, internal or promised limit ran out. Overdue items that are not decided yet are not in it; see Overdue.',
  },
  bottleneck: { title: 'Bottlenecks', item: 'Item', department: 'Department', open: 'Waiting', median: 'Median', ninetieth: 'Nine of ten within', late: 'Share late', days: '{{count}} working days', picture: 'Bars: items with the most work waiting. The table below says the same.', none: 'Nothing waits and nothing was decided.' },
  departments: { title: 'Departments', column: { department: 'Department', open: 'Waiting', nearing: 'Nearing', overdue: 'Overdue', rate: 'In time' }, only: 'Only {{name}}' },
  work: { title: 'Work that waits', kind: 'Kind', decide: 'decide', none: 'Nothing waits.' },
  phases: { title: 'Cases by phase', count: '{{cases}}', picture: '{{phase}}: {{cases}} cases, {{nearing}} nearing and {{overdue}} overdue' },
  asTable: 'As a table', percent: '{{value}}%', none: '—',
  unresolved: {
    title: 'Unresolved matters', note: 'Complaints and what got stuck: each with an owner and a due answer, followed to its end. Bad ratings are rectified one by one.', open: 'Open', settled: 'Settled', bad: 'Bad ratings', rectified: 'Rectified', nothing: { open: 'No open complaints, and nothing is stuck.', settled: 'Nothing was settled yet.', bad: 'No bad ratings to rectify.', rectified: 'No bad rating was rectified yet.' },
    stuck: 'Got stuck', complaint: 'Complaint', level: { '1': 'Very dissatisfied', '2': 'Dissatisfied', '3': 'Fairly satisfied', '4': 'Satisfied', '5': 'Very satisfied' }, noText: '(no words)', about: 'About: {{what}}', wholeCase: 'the whole case',
    said: '{{name}}, on {{on}}', rated: '{{name}}, rated on {{on}}', due: 'answer by {{on}}', dueRectify: 'rectify by {{on}}', over: 'was due by {{on}}', overRectify: 'to be rectified by {{on}}', owner: 'Owner: {{name}}', noOwner: 'Nobody has it yet', claim: 'Take it', release: 'Give it back', claimOf: 'Take it: {{what}}', answer: 'Answer', answerOf: 'Answer: {{what}}', rectify: 'Record rectification', course: 'Its course', courseOf: 'Its course: {{what}}',
    answered: 'Answered, {{number}} so far: {{answer}}', finalAnswer: 'Answer: {{answer}}', followedUp: 'Asked again: {{text}}', measures: 'Measures: {{text}}', settledOn: 'settled {{at}}',
    answerLabel: 'Answer', answerNeeded: 'Write the answer', ended: 'The matter is at its end, and the applicant was asked again', followUp: 'What the applicant said when he was asked again', followUpNeeded: 'Write what he said', goesOn: 'Not at its end: it is followed on after this answer, with a new date for the next one.', measuresLabel: 'What was done about it', measuresNeeded: 'Say what was done', send: 'Send',
  },
  step: { complained: 'Brought up', claim: 'Taken up', release: 'Given back', transfer: 'Handed on to {{to}}', ranOut: 'The answer is overdue', answered: 'Answered, goes on', settled: 'Settled', byTime: 'System' },
  report: {
    title: 'Monthly performance report', month: 'Month', before: 'Month before', after: 'Month after', print: 'Print', monthOf: '{{year}}-{{month}}', made: 'Made {{at}}', running: 'The month is not over: figures until now.', only: 'Covers: {{what}}',
    lead: 'Received {{received}} cases, accepted {{accepted}}, closed {{closed}}. Departments decided {{decided}} items, {{onTime}} of them in time: {{rate}}.',
    cases: '1 Cases', departments: '2 Departments', satisfaction: '3 Ratings, complaints, urges', overdue: '4 Limits that ran out, and why',
    figure: { received: 'Received', accepted: 'Accepted', corrected: 'Sent back once for correction', closed: 'Closed', onTimeRate: 'Decided in time' }, column: { figure: 'Figure', now: 'This month', before: 'Month before', change: 'Change' },
    of: { department: 'Department', received: 'Rec.', accepted: 'Acc.', corrected: 'Corr.', granted: 'Granted', refused: 'Refused', rate: 'In time', days: 'Median days', urged: 'Urged / ans.', overdue: 'Overdue / reason' }, total: 'Total', unit: 'Items; days are working days',
    ratings: '{{number}} ratings, {{rate}} satisfied (fairly or more):', noRatings: 'No ratings this month.', level: '{{level}} {{number}}', rectified: '{{number}} bad ratings rectified', complaints: '{{number}} complaints and matters that got stuck, {{settled}} settled', urges: '{{number}} urges, {{answered}} answered',
    list: { case: 'Case', item: 'Item', department: 'Department', limit: 'Limit', due: 'Due', reason: 'Reason stated' }, noReason: 'none stated', noneOverdue: 'No limit ran out.', cut: 'Only the first {{number}}; the export has all.', back: 'Back to the board',
  },
  audit: {
    title: 'Audit', note: 'Who read personal data, and who was refused what. Only added to.', accesses: 'Accesses', refused: 'Refused commands', case: 'Case number', person: 'Person', search: 'Search', none: 'Nothing on record.',
    column: { at: 'When', person: 'Who', role: 'As', action: 'What', case: 'Case', outcome: 'Outcome', request: 'Request', command: 'Command', why: 'Why' }, outcome: { read: 'read', refused: 'refused' },
  },
} satisfies SameKeys<typeof zh>;
