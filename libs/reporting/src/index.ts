export { type Participation, type Span, type Suspension } from './participation.ts';
export { type Report, type ReportRule, reports, type Scheme, type StreakRule } from './scheme.ts';
