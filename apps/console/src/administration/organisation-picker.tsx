import { Select } from 'antd';
import { api } from '../api/client.ts';

interface OrganisationPickerProps {
  /** What for. */
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (organisation: string) => void;
}

/** One of the organisations above and below my posts. */
export function OrganisationPicker({ label, value, onChange }: OrganisationPickerProps) {
  const { data } = api.useQuery('get', '/api/organisations', {}, { staleTime: 60_000 });
  return (
    <Select<string>
      placeholder={label}
      aria-label={label}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
