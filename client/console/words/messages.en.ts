import type zh from './messages.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  own: {
    title: 'Message settings', note: 'Messages are always at the bell above. Leave an address and they come there, too.', mail: 'E-mail', sms: 'Text message', address: { mail: 'E-mail address', sms: 'Mobile number' }, language: 'Language', zh: 'Chinese first', en: 'English first', zhOnly: '中文', enOnly: 'English',
    choice: 'Which', all: 'Every message', important: 'Only what I must act on or wait for', smsNote: 'Text messages tell only what you must act on or wait for. The number in an application gets them as well, unless you leave another one here.', save: 'Save', saved: 'Saved', drop: 'Stop sending', dropOf: { mail: 'Stop sending e-mail', sms: 'Stop text messages to this number' }, dropped: 'Nothing is sent there any more', none: 'Not set', needed: 'Please fill in',
    configured: 'E-mail and text messages go out by the system’s mail server and gateway; where there is none, there is the bell alone.', link: 'Message settings',
  },
  desk: { label: 'Messages', undelivered: 'Undelivered', webhooks: 'Subscriptions' },
  undelivered: {
    title: 'Undelivered messages', note: 'What was given up after many attempts. At the bell it can still be read.', none: 'Everything was delivered.', column: { at: 'At', event: 'Message', case: 'Case', channel: 'Channel', attempts: 'Attempts', error: 'Why', act: 'Do' }, again: 'Try again', againOf: 'Try again: {{event}} {{caseNo}}', sent: 'It is on its way again', over: 'The subscription is over',
  },
  channel: { mail: 'E-mail', sms: 'Text message', webhook: 'Subscription' },
  webhooks: {
    title: 'Subscriptions of systems', note: 'A department’s system may subscribe to what happens; it is told at its address, signed (Standard Webhooks).', none: 'Nobody has subscribed.', add: 'Subscribe', url: 'Address', urlNote: 'A whole https address', urlNeeded: 'Please give the address', events: 'Messages', everyEvent: 'All', department: 'Department', everyDepartment: 'All', create: 'Subscribe',
    secret: 'Signing secret', secretNote: 'It is shown this once: hand it to the other system now. If it is lost, end the subscription and make a new one.', copy: 'Copy', copied: 'Copied', kept: 'I have kept it', about: 'Department: {{department}} · Messages: {{events}}', by: '{{by}}, {{at}}', active: 'Active', ended: 'Ended', endedAt: 'Ended {{at}}: {{because}}', end: 'End', endOf: 'End {{url}}', endSure: 'Nothing is told any more, what waits is not sent, and it cannot be taken up again.', endDone: 'Ended',
  },
  event: {
    consentRefused: 'A consent was refused', preReviewMissing: 'Pre-review: something is missing', preReviewReady: 'Pre-review passed, waiting for a consent', draftEnding: 'A draft is about to be closed', draftClosed: 'A draft is closed', received: 'Application received', correctionAsked: 'Correction asked for', correctionEnding: 'Time to correct nearly over', deferredEnding: 'Promised material soon due', deferredOverdue: 'Promised material overdue',
    outOfScope: 'An item is not for this authority', notAccepted: 'An item is not accepted', lapsed: 'An item has lapsed', itemDropped: 'An item is not needed any more', accepted: 'Application accepted', deemedAccepted: 'Application deemed accepted', procedureStarted: 'A special procedure begins', procedureRenewed: 'A special procedure takes longer', procedureEnded: 'A special procedure is over', extended: 'A limit was extended',
    hearingRightTold: 'Right to be heard told', hearingAnnounced: 'A hearing is announced', granted: 'Granted', renewed: 'Deemed renewed', refused: 'Refused', withdrawnInHisName: 'An item was withdrawn as chosen', ready: 'Results are ready', readyAlone: 'A result is ready before the others', handedOver: 'Results handed over', afterChecked: 'Checked after the grant', ratingRectified: 'A rating was followed up', complaintAnswered: 'A complaint was answered', closed: 'Case closed',
    consentAsked: 'A consent is needed', preReviewToAnswer: 'To pre-review', toExamine: 'To examine', toRecheck: 'To re-check', toReportPreliminary: 'To examine first', toTellHearingRight: 'Hearing right to be told', toHoldHearing: 'Hearing to be held', toCheckSite: 'To check on the site', toDecide: 'To decide', toConfirm: 'To confirm', returned: 'Sent back', extensionToDecide: 'Extension to decide', consulted: 'Opinion asked',
    toSupervise: 'Granted: to be supervised', toCheckAfterwards: 'To check after the grant', toRecordService: 'Service to be recorded', toHandOver: 'To hand over', urged: 'Urged', badRating: 'A bad rating', complained: 'A complaint', warned: 'Limit nearly over', overdue: 'Limit overdue', calendarMissing: 'A calendar is missing',
    extensionApproved: 'Extension approved', extensionRejected: 'Extension rejected', extensionLapsed: 'Extension lapsed', consultationAnswered: 'A consultation was answered', consultationUnanswered: 'No opinion was given', urgeAnswered: 'An urging was answered',
  },
} satisfies SameKeys<typeof zh>;
