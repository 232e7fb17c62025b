import type { AssigneeRule, Text } from '#engine';

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
  provinceReviewer: { post: 'province-reviewer', at: 'province' },
} satisfies Record<string, AssigneeRule>;

/** An action: a notice to these people. */
export const tell = (to: AssigneeRule[], zh: string, en: string) => ({
  type: 'notify' as const,
  params: { to, message: { zh, en } satisfies Text },
});
