import type { PostCatalogue } from '#directory';

/**
 * The posts of the pilot. Who they are in the documents: R-NC21-01, -02, -12 (department and school), R-AH24-08 (city),
 * R-AH24-09 (province), R-AH24-15 (the two consents to an increase), R-HB20-19 (who reports), R-AH21-35 (who circulates
 * criticism). What they may read follows the organisation tree. Who stands above whom is proposed: no notice says it.
 */
export const posts: PostCatalogue = {
  'certificate-lead': { title: { zh: '证书负责人', en: 'Certificate lead' }, at: 'department', permissions: [], superior: 'dean' },
  'joint-meeting': {
    title: { zh: '系党政联席会', en: 'Joint meeting of department party and administration' },
    at: 'department',
    permissions: [],
    superior: 'school-leader',
  },
  dean: { title: { zh: '系主任', en: 'Head of department' }, at: 'department', permissions: ['instance.read'], superior: 'school-leader' },
  'academic-affairs': {
    title: { zh: '教务处（证书试点管理部门）', en: 'Academic affairs office' },
    at: 'school',
    permissions: ['instance.read', 'report.read'],
    superior: 'school-leader',
  },
  reporter: {
    title: { zh: '试点信息填报员', en: 'Reporter of the pilot' },
    at: 'school',
    permissions: ['report.read', 'report.file'],
    superior: 'academic-affairs',
  },
  'expert-group': { title: { zh: '校内专家组', en: 'School expert group' }, at: 'school', permissions: [], superior: 'academic-affairs' },
  'president-meeting': {
    title: { zh: '校长办公会', en: 'Principal office meeting' },
    at: 'school',
    permissions: [],
    superior: 'party-committee',
  },
  // That more than half of its members have to be for it is proposed: no notice says how the committee votes.
  'party-committee': {
    title: { zh: '党委会', en: 'Party committee meeting' },
    at: 'school',
    permissions: [],
    meets: { pass: { moreThan: '1/2' } },
  },
  'school-leader': {
    title: { zh: '校级分管领导', en: 'School leader in charge' },
    at: 'school',
    permissions: ['instance.read', 'report.read'],
  },
  'city-reviewer': {
    title: { zh: '市教育局审核员', en: 'Reviewer of the city education bureau' },
    at: 'city',
    permissions: ['instance.read', 'report.read', 'report.review'],
    superior: 'province-reviewer',
  },
  'province-reviewer': {
    title: { zh: '省1+X协调推进办公室审核员', en: 'Reviewer of the provincial 1+X office' },
    at: 'province',
    permissions: [
      'instance.read',
      'report.read',
      'report.review',
      'report.excuse',
      'report.monitor',
      'participation.manage',
      'definition.edit',
      'rule.manage',
    ],
    superior: 'province-education',
  },
  'province-education': {
    title: { zh: '省教育厅职成处', en: 'Vocational education division of the provincial department' },
    at: 'province',
    permissions: ['instance.read', 'report.read', 'report.excuse', 'report.monitor', 'definition.publish'],
  },
  administrator: {
    title: { zh: '系统管理员', en: 'System administrator' },
    at: 'province',
    permissions: [
      'instance.read',
      'instance.suspend',
      'task.reassign',
      'instance.jump',
      'instance.terminate',
      'definition.edit',
      'definition.publish',
      'definition.migrate',
      'incident.retry',
      'operations.read',
      'report.read',
      'participation.manage',
      'calendar.manage',
      'rule.manage',
      'clock.turn',
      'channel.manage',
      'absence.manage',
      'directory.manage',
      'person.hand-over',
      'audit.read',
    ],
  },
};
