import { Input } from 'antd';
import { useState } from 'react';
import { Labelled } from './labelled.tsx';

interface NameInputProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Called with a name that is none of the others yet and could be one, once it has been typed. */
  readonly onRename: (name: string) => void;
}

/** A name that other places of the document go by: it is changed when it has been typed, not while it is. */
export function NameInput({ name, label, hint, onRename }: NameInputProps) {
  const [typed, type] = useState<string>();
  const isName = typed === undefined || /^[A-Za-z][A-Za-z0-9]{0,59}$/.test(typed);
  const done = (): void => {
    if (typed !== undefined && isName && typed !== name) onRename(typed);
    type(undefined);
  };
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          value={typed ?? name}
          status={isName ? '' : 'error'}
          spellCheck={false}
          onChange={({ target }) => type(target.value)}
          onBlur={done}
          onPressEnter={done}
        />
      )}
    </Labelled>
  );
}
