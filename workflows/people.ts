import type { AssigneeRule, Step, Text } from '#engine';

/** Who acts in the pilot's processes, by the posts of `config/posts.ts`. */
export const people = {
  applicant: { applicant: true },
  certificateLead: { post: 'certificate-lead', at: 'department' },
  jointMeeting: { post: 'joint-meeting', at: 'department' },
  dean: { post: 'dean', at: 'department' },
  academicAffairs: { post: 'academic-affairs', at: 'school' },
  expertGroup: { post: 'expert-group', at: 'school' },
  presidentMeeting: { post: 'president-meeting', at: 'school' },
  partyCommittee: { post: 'party-committee', at: 'school' },
  schoolLeader: { post: 'school-leader', at: 'school' },
  cityReviewer: { post: 'city-reviewer', at: 'city' },
  reporter: { post: 'reporter', at: 'school' },
  provinceEducation: { post: 'province-education', at: 'province' },
  provinceReviewer: { post: 'province-reviewer', at: 'province' },
} satisfies Record<string, AssigneeRule>;

/** An action: a notice to these people. */
export const tell = (to: AssigneeRule[], zh: string, en: string) => ({
  type: 'notify' as const,
  params: { to, message: { zh, en } satisfies Text },
});

/**
 * Three days before a window closes, the day before, and on its last day; what would come on a rest day comes on the
 * last working day before it. Proposed: the notices print the windows alone.
 */
export const beforeTheWindowCloses = (to: AssigneeRule[]): NonNullable<Step['remind']> => [
  { before: 'P3D', to },
  { before: 'P1D', to },
  { at: 'due', to },
];

/**
 * Who hears of a step that is overdue: after two working days whoever leads, after five the next level. Nobody decides
 * in another's place, because no clause allows it. Proposed.
 */
export const overdueGoesTo = (leader: AssigneeRule[], nextLevel: AssigneeRule[]): NonNullable<Step['escalate']> => [
  { after: { workingDays: 2 }, do: 'remind', to: leader },
  { after: { workingDays: 5 }, do: 'remind', to: nextLevel },
];
