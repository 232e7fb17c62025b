import {
  CheckCircleFilled,
  ClockCircleOutlined,
  EnvironmentFilled,
  FlagFilled,
  MinusCircleOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Manner } from './places.ts';

/** Beside its word, so that nothing is told by colour alone. */
export const signs: Readonly<Record<Manner, ReactNode>> = {
  behind: <CheckCircleFilled aria-hidden />,
  here: <EnvironmentFilled aria-hidden />,
  ended: <FlagFilled aria-hidden />,
  ahead: <ClockCircleOutlined aria-hidden />,
  again: <RollbackOutlined aria-hidden />,
  beside: <MinusCircleOutlined aria-hidden />,
};
