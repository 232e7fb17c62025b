import { lazy, Suspense } from 'react';
import { Loading } from '../state/loading.tsx';
import type { FieldsFormProps } from './fields-form.tsx';

const FieldsForm = lazy(() => import('./fields-form.tsx'));

/** Loaded when there is something to fill in, which in a queue there mostly is not. */
export const EditableForm = (props: FieldsFormProps) => (
  <Suspense fallback={<Loading lines={4} />}>
    <FieldsForm {...props} />
  </Suspense>
);
