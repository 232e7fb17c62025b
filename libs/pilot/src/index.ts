export { pilotCatalogue } from './catalogue.ts';
export type { Major, RegisterData, RegisterEntry } from './configured-registers.ts';
export { PilotRegisters } from './pilot-registers.ts';
export type { ApplicationNotice, ProvincePolicy } from './policy.ts';
export type { Certificate } from './registers/certificate.ts';
