import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Place } from './place.tsx';

interface EmptyProps {
  readonly title: string;
  /** What would be here, and how to get it. */
  readonly hint: ReactNode;
  readonly children?: ReactNode;
}

export const Empty = ({ title, hint, children }: EmptyProps) => (
  <Place icon={<InboxOutlined aria-hidden />} title={title} hint={hint}>
    {children}
  </Place>
);
