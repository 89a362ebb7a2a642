import { Component, type ReactNode } from 'react';

type Props = {
  /** Asked each time when there is something else to show. */
  readonly isHeld: () => boolean;
  readonly children: ReactNode;
};

/**
 * Content that stays as it was drawn for as long as it is held. What it would show then comes with its next drawing. What it
 * reads by itself, from a context or a store, it still follows.
 */
export class Held extends Component<Props> {
  override shouldComponentUpdate({ isHeld }: Props): boolean {
    return !isHeld();
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
