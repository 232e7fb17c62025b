import type { ReactNode } from 'react';
import { Page } from '../frame/page.tsx';
import { Permitted } from '../session/permitted.tsx';
import { useMe } from '../session/session.ts';

interface ForEditorsProps {
  /** What the page is called for those who may not see it. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A page for whoever may edit processes: for anybody else nothing is asked. */
export function ForEditors({ title, children }: ForEditorsProps) {
  const { permissions } = useMe();
  if (permissions.includes('definition.edit')) return children;
  return (
    <Page title={title}>
      <Permitted to="definition.edit">{null}</Permitted>
    </Page>
  );
}
