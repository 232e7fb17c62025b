import type { Definition } from '#engine';
import { annualApplication } from './annual-application/definition.ts';
import { certificateAdmission } from './certificate-admission/definition.ts';
import { quotaIncrease } from './quota-increase/definition.ts';
import { schoolStanding } from './school-standing/definition.ts';

/** The processes that come with the software; published at start-up where their content is new. */
export const workflowCatalogue: readonly Definition[] = [certificateAdmission, annualApplication, quotaIncrease, schoolStanding];
