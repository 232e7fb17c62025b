/** The parts of 系统, in the order of their tabs, and what each needs. */
export const systemParts = [
  { path: '/system', word: 'running', permission: 'operations.read' },
  { path: '/system/incidents', word: 'incidents', permission: 'incident.retry' },
  { path: '/system/channels', word: 'channels', permission: 'channel.manage' },
  { path: '/system/deliveries', word: 'deliveries', permission: 'incident.retry' },
  { path: '/system/calendar', word: 'calendar', permission: 'calendar.manage' },
  { path: '/system/rules', word: 'rules', permission: 'rule.manage' },
  { path: '/system/histories', word: 'histories', permission: 'audit.read' },
  { path: '/system/audit', word: 'audit', permission: 'audit.read' },
] as const;
