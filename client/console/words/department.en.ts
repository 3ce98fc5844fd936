import type zh from './department.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  inbox: {
    title: 'Inbox', more: 'Read on ({{count}} shown)', notFound: 'No task fits. Case numbers and applicants are found by how they begin; a whole case number can be opened at once.',
    none: { mine: 'You have nothing in hand. Claim something of your group.', unclaimed: 'Nothing of your group waits to be claimed.', all: 'Your group has no work.' },
  },
  view: { label: 'Which tasks', mine: 'Mine', unclaimed: 'To be claimed', all: 'All of my group' },
  kind: {
    answerPreReview: 'Pre-review', examine: 'Examine', recheck: 'Re-check', recordService: 'Record service', reportPreliminary: 'First examination', tellHearingRight: 'Tell hearing right', recordHearing: 'Hold hearing', recordSiteCheck: 'Site check', decide: 'Handle', confirm: 'Approve',
    approveExtension: 'Decide extension', answerConsultation: 'Give opinion', handOver: 'Hand over', acknowledgeSupervision: 'Take into supervision', recordAfterCheck: 'After-check', answerUrge: 'Answer urge', rectifyRating: 'Rectify rating', resolveComplaint: 'Answer complaint',
  },
  due: { stands: 'Stands still', none: 'No limit', today: 'due today', tomorrow: 'due tomorrow', in: 'in {{count}} days', ago: '{{count}} days over', in_one: 'in {{count}} day', ago_one: '{{count}} day over' },
  column: { selectAll: 'Select all', select: 'Select {{name}} {{caseNo}}', due: 'Due', task: 'Item', case: 'Case', applicant: 'Applicant', since: 'Since', who: 'With' },
  filter: { label: 'Filter', words: 'Case number, applicant, item', openCase: 'Open case {{caseNo}}', service: 'Service', item: 'Item', kind: 'Kind of task', colour: 'Urgency' },
  sort: { label: 'Order', due: 'First due first', latest: 'Latest received first', oldest: 'Oldest received first' },
  saved: { list: 'Saved filters', forget: 'Forget filter “{{name}}”', name: 'Name', keep: 'Save', save: 'Save filter' },
  claim: { do: 'Claim', of: 'Claim {{name}} {{caseNo}}', me: 'Me', standIn: 'for {{name}}', release: 'Give back', transfer: 'Transfer', more: 'More for {{caseNo}}', done: '{{count}} claimed', done_one: '{{count}} claimed' },
  handOn: {
    group: 'Give {{count}} tasks back', colleague: 'Transfer {{count}} tasks to a colleague', group_one: 'Give the task back', colleague_one: 'Transfer to a colleague', who: 'To', whoMissing: 'Choose a colleague', note: 'Note (for whoever takes over)', nobody: 'Nobody else has your post.',
    done: { group: '{{count}} tasks given back', colleague: '{{count}} tasks transferred', group_one: 'Given back', colleague_one: 'Transferred' },
  },
  selection: { label: 'What to do with the selected tasks', count: '{{count}} selected', count_one: '{{count}} selected', notAlike: 'Only tasks of one kind can be done in one go', clear: 'Clear' },
  bulk: {
    opinion: 'Opinion (entered for each)',
    open: { examine: 'Examine all: complete', recheck: 'Re-check all: satisfied', decide: 'Propose all: grant', confirm: 'Confirm all' },
    examine: 'Examine {{count}} items: complete', recheck: 'Re-check {{count}} items: satisfied', decide: 'Propose to grant {{count}} items', confirm: 'Confirm {{count}} proposed grants', examine_one: 'Examine 1 item: complete', recheck_one: 'Re-check 1 item: satisfied', decide_one: 'Propose to grant 1 item', confirm_one: 'Confirm 1 proposed grant',
    do: { examine: 'All complete', recheck: 'All satisfied', decide: 'Propose all', confirm: 'Confirm all' },
    warn: {
      examine: 'Only for simple items whose materials you have read one by one. The answer may be changed until the notice or the acceptance.', recheck: 'Only for items whose corrections you have read one by one.', decide: 'Only for simple items that you have examined one by one. Where the reviewer decides it takes effect at once and cannot be undone.',
      confirm: 'The grants take effect at once and cannot be undone. Refusals and what is out of scope are not confirmed here: each is read by itself.',
    },
  },
  results: { count: '{{done}} done, {{failed}} not done.', close: 'Close', ok: 'Done', notOk: 'Not done' },
  absence: {
    open: 'Absence', title: 'Absence', explained: 'While you are away, a colleague of the same post does what you have claimed. Both days are included.', to: 'Stands in', from: 'From', until: 'Until', order: 'It cannot end before it starts', reason: 'Reason', add: 'Have him stand in', done: 'Arranged', list: 'My absences', none: 'None.',
    now: 'Now', toCome: 'To come', over: 'Over', wasEnded: 'Ended early', end: 'End', endOf: 'End {{name}} standing in', ended: 'Ended',
  },
  keys: { open: 'Keys', title: 'Keys', next: 'Next task', previous: 'Task before', select: 'Select or not', claim: 'Claim the selected; if none, this one', search: 'Search', help: 'Show the keys' },
  field: { missing: 'Please fill this in', removeRow: 'Remove row {{number}}' },
  unit: { workingDays: 'working days' },
  template: { open: 'Templates', of: '{{label}}: Templates', keep: 'Keep what is written as a template', forget: 'Forget template: {{text}}' },
  final: { title: '{{what}}?', text: 'It goes on the record of the case and cannot be undone.' },
  meanwhile: { title: 'The case has moved on', before: 'Before you:', moved: 'Since you opened this page:', understood: 'Understood' },
  claimed: { title: 'Task', nobody: 'Nobody has claimed it', other: '{{name}} has claimed this task. It is for him to do, or have it transferred first.', takeOver: 'Transfer', me: 'You have it', released: '{{by}} gave it back', transferred: '{{by}} transferred it to {{to}}' },
  item: { title: 'Item', back: '← Inbox', committed: 'Commitment', simulated: 'Simulated', actions: 'What you can do' },
  work: { title: 'Other work on the case', items: 'Items of the case' },
  facts: { title: 'Item', department: 'Department', authority: 'Authority', nature: 'Nature', agent: 'Agent', startedOn: 'Handled since', decidedBy: 'Decided by', decidedOn: 'Decided on', why: 'Why', whyOf: '{{name}}: why this date' },
  nature: { licence: 'Licence', registration: 'Registration', confirmation: 'Confirmation', payment: 'Payment', publicService: 'Public service', filing: 'Filing', other: 'Other' },
  decidedBy: { reviewer: 'The reviewer grants', approver: 'A second person approves' },
  form: { title: 'Form', yes: 'Yes', no: 'No', empty: 'Not filled in' },
  materials: {
    title: 'Materials and check list', checked: '{{checked}} of {{all}} looked through', state: { supplied: 'Supplied', fetched: 'not asked for: held by an authority', deferred: 'Deferred', committed: 'Committed to', awaited: 'Missing' }, form: { paper: 'On paper, at the window', file: 'File', fetched: 'From the certificate store' },
    deferredUntil: 'due {{on}}', certificate: 'Number {{number}}, issued by {{issuer}} on {{on}}, valid until {{until}}', certificateForGood: 'Number {{number}}, issued by {{issuer}} on {{on}}, valid without an end',
  },
  file: { number: 'File {{number}}', showOf: 'Show file {{number}} of “{{name}}”', viewer: 'File', newTab: 'Open in a new tab' },
  mark: {
    do: 'Mark', of: 'Mark: {{name}}', common: 'Common defects', problem: 'What is wrong', supply: 'What to supply', supplyIs: 'Supply:', add: 'Add to the list', remove: 'Remove', removeOf: 'Remove: mark on “{{name}}”: {{problem}}',
  },
  answered: { title: 'Corrections', is: 'Answered', not: 'Not answered' },
  course: {
    title: 'So far', preliminary: 'First examination', meets: 'Meets the conditions', meetsNot: 'Does not meet them', awaited: 'Awaited', ended: 'Ended', stands: 'Under way, clock stands', runs: 'Under way, clock runs', until: 'told until {{on}}', siteCheck: 'Site check', hearing: 'Hearing',
    stage: { notTold: 'Right not told', rightRuns: 'May be asked for', toBeHeld: 'To be held', over: 'Over' }, told: 'Told on {{on}}; may be asked for until {{until}}', parties: 'Interested parties:', announced: '{{on}} {{time}}, {{place}}, chaired by {{chair}}', minutes: 'Minutes of the hearing',
    question: 'Consultation', silent: 'No opinion in time', extension: '{{count}} more working days asked for', extension_one: '{{count}} more working day asked for', extensionState: { requested: 'To be decided', approved: 'Approved', rejected: 'Rejected', lapsed: 'Lapsed' }, afterCheck: 'After-check', passed: 'Passed', passedNot: 'Failed', supervision: 'Supervision',
    decided: { granted: 'Granted', refused: 'Refused' }, ranOut: 'ran out on {{on}}', noReason: 'No reason has been given',
  },
  proposed: {
    kind: { grant: 'Grant proposed', refuse: 'Refusal proposed', nonAcceptance: 'Non-acceptance proposed', outOfScope: 'Out of scope proposed' }, by: 'by {{name}}', opinion: 'Opinion', facts: 'Facts', reasons: 'Reasons', article: 'Article', ground: 'Ground', rightAuthority: 'Right authority',
  },
  ground: { noLicenceNeeded: 'No licence is needed', otherAuthority: 'Another authority’s matter' },
  action: {
    answerUrge: 'Answer the urge', confirm: 'Approve', approveExtension: 'Decide on the extension', examine: 'Examine', recheck: 'Re-check', reportPreliminary: 'Report the first examination', tellHearingRight: 'Tell the right to a hearing', announceHearing: 'Announce the hearing', minutes: 'Record the minutes', recordSiteCheck: 'Record a site check',
    propose: 'Propose a decision', recordAfterCheck: 'Record the after-check', acknowledgeSupervision: 'Take into supervision', endProcedure: 'End a special procedure', startProcedure: 'Start a special procedure', consult: 'Ask another department', requestExtension: 'Ask for an extension', announceAgain: 'Announce the hearing anew', tellFurther: 'Tell parties found later',
    stateOverdueReason: 'Say why it is overdue', answerConsultation: 'Give the opinion asked for', joint: 'Extension of the joint limit', none: 'There is nothing for you to do now.', otherPerson: 'You proposed this yourself: another person approves it.',
  },
  examine: {
    answer: 'Answer', complete: 'Complete', deficient: 'Deficient', outOfScope: 'Out of scope', submit: { complete: 'Answer: complete', deficient: 'Answer: deficient', outOfScope: 'Propose: out of scope' },
    answered: { complete: 'Answered “complete”. It may be changed until the notice or the acceptance.', deficient: 'Answered “deficient”. It may be changed until the notice.' }, marksLeft: '{{count}} marks are left; once it is complete the applicant is not told of them.', marksLeft_one: '{{count}} mark is left; once it is complete the applicant is not told of it.',
    markFirst: 'First mark what is wrong, on the material or the answer itself.', marks: 'To be corrected: {{count}}', marks_one: 'To be corrected: {{count}}', ground: 'Ground', rightAuthority: 'Right authority', reason: 'Reason', secondPerson: 'It takes effect when another person has confirmed it.',
  },
  recheck: { answer: 'What was supplied', is: 'Satisfies', isNot: 'Does not satisfy', reasons: 'Why it does not', submit: 'Re-check: satisfied', submitNot: 'Propose: not accepted', uncorrected: 'The applicant did not correct it in time. Propose non-acceptance.' },
  propose: {
    way: 'Opinion', grant: 'Grant', refuse: 'Refuse', noGrant: 'Only a refusal can be proposed now: a procedure is open, a deferred material or a site check is missing, or what it depends on was not granted.', values: 'What the grant states', opinion: 'Opinion', submitGrant: 'Propose: grant', grantNow: 'Grant (takes effect at once)', submitRefuse: 'Propose: refuse',
    reviewerDecides: 'The reviewer decides this item: it takes effect at once and cannot be undone.', approverDecides: 'It takes effect when another person approves it; until then it may be returned.', refusalSecond: 'A refusal needs another person. Facts, reasons, article and remedies stand in the decision.', facts: 'Facts found', reasons: 'Reasons', article: 'Article',
  },
  confirm: { way: 'Approval', confirm: 'Agree', return: 'Return', agree: { grant: 'Agree to the grant', refuse: 'Agree to the refusal', nonAcceptance: 'Agree not to accept', outOfScope: 'Agree: out of scope' }, returnDo: 'Return to the reviewer', opinion: 'Opinion', explicit: 'An explicit opinion, not a bare name.' },
  procedure: {
    which: 'Procedure', by: 'By whom', days: 'Time needed', start: 'Start and tell in writing', renew: 'Tell the time anew', end: 'Record its end', result: 'Result', stops: 'From today until its end is recorded the decision limits stand still (Administrative Licensing Law, art. 45).', counts: 'No law says that this procedure stops the clock: the limits go on.',
    isRunning: 'Under way: {{by}}, since {{on}}, told until {{until}}. Sending this tells a new time.',
  },
  extension: { request: 'Ask for the extension', days: 'By', reason: 'Reasons', told: 'If approved, the applicant is told the reasons.', way: 'Decision', approve: 'Approve', reject: 'Reject', approveDo: 'Approve the extension', rejectDo: 'Reject the extension', rejectReason: 'Why not' },
  urge: { due: 'answer due {{on}}', answer: 'Answer', text: 'Answer' },
  overdue: { state: 'Publish the reason', which: 'Which limit', stated: 'stated', reason: 'Why it is overdue', public: 'Applicant and public can read it.' },
  consult: { ask: 'Ask', whom: 'Which department', question: 'Question', shares: 'What it gets to see (nothing else)', personal: 'personal', days: 'Answer within (empty: as the service says)', answer: 'Answer', opinion: 'Opinion' },
  siteCheck: {
    record: 'Record the check', on: 'Checked on', place: 'Place', officers: 'Officers (two or more)', officer: 'Officer {{number}}', certificate: 'Certificate', another: 'One more', twice: 'Name different persons', inspected: 'What was inspected', findings: 'Findings',
  },
  hearing: {
    tell: 'Tell in writing', blocks: 'For five working days nothing is decided, unless all who were told waive the hearing.', parties: 'Interested parties', addParty: 'Add a party', partyName: 'Name', partyId: 'Identity number', nobody: 'There are none', nobodyBecause: 'Why there are none', service: 'How it was served, with what proof',
    announce: 'Announce', sevenDays: 'Seven working days before. Who examined the application does not preside.', date: 'Date', time: 'Time', place: 'Place', chair: 'Chair', closedBecause: 'Why it is not public (empty: it is)', record: 'Record the minutes', attended: 'Who attended', aLineEach: 'A line each', evidence: 'What the examiner presented', statements: 'Statements and answers', signedBy: 'Who signed',
  },
  preliminary: { report: 'Report', answer: 'Result', opinion: 'Opinion' },
  afterCheck: { record: 'Record the check', answer: 'Result', findings: 'What was found', measures: 'What follows' },
  supervision: { acknowledge: 'Take into supervision', note: 'Note' },
} satisfies SameKeys<typeof zh>;
