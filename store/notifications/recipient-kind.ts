/** As whom somebody is told. A citizen is whoever a case says he is. */
export type RecipientKind = 'applicant' | 'agent' | 'furtherPerson' | 'interestedParty' | 'post' | 'officer';
