import {
  type ComponentType,
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useId,
  useRef,
} from 'react';

/** What stands around one task. */
export interface FrameProps {
  /** The task in a few words, as a tab or a breadcrumb names it: "Change email". */
  readonly task: string;
  readonly heading: ReactNode;
  readonly lead?: ReactNode;
  /** The field that is ready to type in. */
  readonly firstField?: RefObject<HTMLInputElement | null>;
  /** Focus begins at that field, not at the heading, when another step of the task has led here. */
  readonly startAtField?: boolean;
  /** How many steps of the task the person has taken to get here; absent at its beginning. */
  readonly turn?: number;
  readonly children?: ReactNode;
}

/** How headings and their surroundings are shown: a page has a title and an h1, an application its own levels. */
export interface Framing {
  /** Level of a task's heading; those below it follow. */
  readonly level: 1 | 2 | 3 | 4;
  /** Takes the place of our plain section: an application's own card, a page with a title. */
  readonly Frame?: ComponentType<FrameProps>;
}

const FramingContext = createContext<Framing>({ level: 2 });

export const FramingProvider = FramingContext.Provider;

type HeadingProps = {
  readonly below?: number;
  readonly id?: string;
  /** For whoever moves focus to it. */
  readonly ref?: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
};

/** A heading `below` levels under that of the task. */
export function Heading({ below = 0, id, ref, children }: HeadingProps) {
  const { level } = use(FramingContext);
  const Tag = `h${Math.min(6, level + below)}` as 'h1';
  return (
    <Tag
      className={below === 0 ? 'fh-heading' : 'fh-subheading'}
      id={id}
      {...(ref !== undefined && { ref, tabIndex: -1 })}
    >
      {children}
    </Tag>
  );
}

/** One task, framed as the surroundings have it; each step of it is a new page to whoever reads it. */
export function Task(props: FrameProps) {
  const { Frame = PlainFrame } = use(FramingContext);
  return <Frame key={props.turn ?? 0} {...props} />;
}

function PlainFrame({ heading, lead, firstField, startAtField = false, turn, children }: FrameProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // At the beginning focus is where the application has it; what was pressed to get further is gone.
    if (turn === undefined) return;
    const field = startAtField ? firstField?.current : undefined;
    (field ?? title.current)?.focus();
  }, [turn, startAtField, firstField]);
  return (
    <section className="fh-task" aria-labelledby={id}>
      <div className="fh-task-head">
        <Heading id={id} ref={title}>
          {heading}
        </Heading>
        {lead === undefined ? null : <p className="fh-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** A part of a task or an overview, with its own heading: a card on a page. */
export function Card({ heading, children }: { readonly heading?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="fh-panel" {...(heading !== undefined && { 'aria-labelledby': id })}>
      {heading === undefined ? null : (
        <Heading below={1} id={id}>
          {heading}
        </Heading>
      )}
      {children}
    </section>
  );
}
