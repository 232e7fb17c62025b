import {
  ApartmentOutlined,
  AppstoreOutlined,
  CheckSquareOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  RadarChartOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { schoolsOf } from '../report/own-schools.ts';
import { type Session, useMe } from '../session/session.ts';
import type { Resources } from '../words/catalogue.ts';

/** An entry of the rail. */
export interface Place {
  readonly path: string;
  readonly word: keyof Resources['frame'];
  readonly icon: ReactNode;
  /** Without it, everybody's. */
  readonly isFor?: (session: Session) => boolean;
}

/** What the rail leads to, from top to bottom; a phone has the first four below and the others in the menu. */
const places: readonly Place[] = [
  { path: '/', word: 'workbench', icon: <AppstoreOutlined /> },
  { path: '/tasks', word: 'tasks', icon: <CheckSquareOutlined /> },
  { path: '/meetings', word: 'meetings', icon: <TeamOutlined />, isFor: ({ posts }) => posts.some(({ isBody }) => isBody) },
  { path: '/reports', word: 'reports', icon: <FileDoneOutlined />, isFor: (session) => schoolsOf(session).length > 0 },
  { path: '/follow-up', word: 'followUp', icon: <FieldTimeOutlined />, isFor: ({ areas }) => areas.includes('follow-up') },
  { path: '/monitoring', word: 'monitoring', icon: <RadarChartOutlined />, isFor: ({ areas }) => areas.includes('monitoring') },
  { path: '/definitions', word: 'processes', icon: <ApartmentOutlined />, isFor: ({ areas }) => areas.includes('definitions') },
  { path: '/organisations', word: 'organisations', icon: <TeamOutlined />, isFor: ({ areas }) => areas.includes('organisations') },
  { path: '/system', word: 'system', icon: <SettingOutlined />, isFor: ({ areas }) => areas.includes('system') },
];

/** Those that the posts of whoever is signed in may see. */
export function usePlaces(): readonly Place[] {
  const session = useMe();
  return places.filter(({ isFor }) => isFor?.(session) !== false);
}
