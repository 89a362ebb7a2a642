import { Component, type ReactNode } from 'react';

type Props = {
  /** Whatever the content is made of: when it is another one, the content is tried anew. */
  readonly made: unknown;
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
};

type State = { readonly broken: { readonly error: unknown } | null; readonly made: unknown };

/**
 * Keeps a part of the page that cannot be drawn from taking the rest with it. React knows no other way to catch what is
 * thrown while it renders than a class.
 */
export class Boundary extends Component<Props, State> {
  override readonly state: State = { broken: null, made: this.props.made };

  static getDerivedStateFromError(error: unknown): Pick<State, 'broken'> {
    return { broken: { error } };
  }

  static getDerivedStateFromProps({ made }: Props, state: State): State | null {
    return made === state.made ? null : { broken: null, made };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    const retry = () => this.setState({ broken: null });
    return broken ? this.props.fallback(broken.error, retry) : this.props.children;
  }
}
