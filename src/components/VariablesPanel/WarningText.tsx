import { Icon } from '../ui/Icon';

/** Something to think of, which stops nobody. */
export function WarningText({ text }: { readonly text: string }) {
  return (
    <span className="cpb-WarningText">
      <Icon name="warning" />
      <span>{text}</span>
    </span>
  );
}
