import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

/** A way to another page that looks like a button: a link, so that it opens in a tab of its own if one likes. */
export function WayButton({ to, ...look }: { readonly to: string } & Pick<ButtonProps, 'type' | 'size' | 'children'>) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLElement>(to);
  return <Button {...look} href={href} onClick={follow as unknown as ButtonProps['onClick'] & object} />;
}
