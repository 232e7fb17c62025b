export { pilotCatalogue } from './catalogue.ts';
export { ConfiguredRegisters, type Major, type RegisterData, type RegisterEntry } from './configured-registers.ts';
export { PilotRegisters } from './pilot-registers.ts';
export type { ApplicationNotice, ProvincePolicy } from './policy.ts';
export type { Certificate } from './registers/certificate.ts';
