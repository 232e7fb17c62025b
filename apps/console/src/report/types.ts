import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

export type Obligation = Schemas['Obligation'];
export type Report = Schemas['Report'];
export type Standing = Schemas['Standing'];
export type Cause = Standing['causes'][number];
export type Grid = Schemas['ReportGrid'];
export type GridRow = Grid['items'][number];
/** Names an obligation. */
export interface Key {
  readonly school: string;
  readonly report: string;
  readonly period: string;
}
