/** What later bodies fill in is not the applicant’s. */
export const laterFields = {
  conclusion: 'read',
  meetingSession: 'read',
  meetingDate: 'read',
  minutes: 'read',
  isBudgetIncluded: 'read',
  sealedScan: 'read',
  isSummaryReceived: 'read',
} as const;
