import { useContext, useId, useMemo, useRef, useState } from 'react';
import { useTaskResult } from '../../hooks/useTaskResult';
import { useValuesTasks } from '../../hooks/valuesTasks';
import {
  layerValues,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import type { PackPreset, PackSchemaField } from '../../model/packs';
import type { PresetProblem } from '../../values/applyPreset';
import type { TaskOutput } from '../../values/tasks';
import { readEnabledPresets } from '../../values/readEnabledPresets';
import { isTextTooLarge } from '../../values/TextTooLargeError';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { PendingCommitsContext } from '../ui/PendingCommits';
import { changeText, useStackCommands } from '../ui/StackCommands';
import { presetPickerMessages } from './messages';
import { OverwrittenValues } from './OverwrittenValues';

export interface PresetPickerProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  /** Those of the chosen version. Keep the array stable. */
  readonly presets: readonly PackPreset[];
  /** Its passwords are masked. @default none */
  readonly schema?: readonly PackSchemaField[] | undefined;
}

const NO_SCHEMA: readonly PackSchemaField[] = [];

interface PresetGroup {
  readonly name: string;
  readonly presets: readonly PackPreset[];
}

/** A choice that waits for the user's word, because edits would go. */
interface PendingChoice {
  readonly group: string;
  readonly name: string | null;
  readonly overwritten: TaskOutput<'applyPreset'>['overwritten'];
}

/** Named bundles of values, at most one of a group. */
export function PresetPicker({ stack, layer, presets, schema = NO_SCHEMA }: PresetPickerProps) {
  const messages = useMessages('PresetPicker', presetPickerMessages);
  const tasks = useValuesTasks();
  const { begun } = useContext(PendingCommitsContext);
  const commands = useStackCommands();
  const id = useId();
  const textId = valuesTextId(layer);
  const values = layerValues(stack, layer);
  const text = values?.text ?? null;
  const base = values?.base ?? null;
  const groups = useMemo(() => groupPresets(presets), [presets]);
  const enabled = useMemo(() => (text === null ? [] : readEnabledPresets(text)), [text]);
  const states = useTaskResult(
    'readPresetStates',
    useMemo(
      () => (text === null || base === null ? null : { text, base, presets }),
      [text, base, presets],
    ),
  );
  const [phase, setPhase] = useState<'idle' | 'working' | 'failed' | 'too-large'>('idle');
  /** Why the last choice was not done; null where that is not known. */
  const [problem, setProblem] = useState<PresetProblem | null>(null);
  const [pending, setPending] = useState<PendingChoice | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const root = useRef<HTMLElement>(null);
  /** The question goes, and with it the button that was pressed. */
  const focusOption = (group: string, name: string | null) => {
    const radios = root.current?.querySelectorAll<HTMLInputElement>('input[type=radio]');
    const value = optionKey(group, name);
    [...(radios ?? [])].find((radio) => radio.value === value)?.focus();
  };

  if (groups.length === 0 || textId === null || base === null) return null;

  const choose = async (group: string, name: string | null, mayOverwrite: boolean) => {
    setPending(null);
    setPhase('working');
    setProblem(null);
    try {
      const change = await changeText(commands, textId, (current) =>
        tasks.run('applyPreset', { text: current, base, presets, preset: { group, name } }),
      );
      if (change === null || change.problem !== null) {
        setPhase('failed');
        setProblem(change?.problem ?? null);
      } else if (change.overwritten.length > 0 && !mayOverwrite) {
        setPhase('idle');
        setPending({ group, name, overwritten: change.overwritten });
      } else {
        commands.send({ type: 'presetApplied', textId, text: change.text });
        setPhase('idle');
        setAnnouncement(messages.changed(group, nameOf(presets, group, name) ?? messages.none));
      }
    } catch (error) {
      setPhase(isTextTooLarge(error) ? 'too-large' : 'failed');
    }
  };

  return (
    <section ref={root} className="cpb-PresetPicker" aria-labelledby={`${id}-title`}>
      <h4 className="cpb-Field-label" id={`${id}-title`}>
        {messages.title}
      </h4>
      <p className="cpb-Field-hint">{messages.hint}</p>
      {groups.map((group, groupIndex) => {
        const chosen = enabled.find((preset) => preset.group === group.name)?.name ?? null;
        const state = states.data?.find((one) => one.group === group.name && one.name === chosen);
        const isUnknown = chosen !== null && !group.presets.some(({ name }) => name === chosen);
        return (
          <fieldset key={group.name} className="cpb-PresetPicker-group">
            <legend className="cpb-PresetPicker-legend">{group.name}</legend>
            {options(group, isUnknown ? chosen : null).map((option) => {
              const isChosen = option.name === chosen;
              const isModified = isChosen && chosen !== null && state?.isModified === true;
              const hintId = `${id}-${groupIndex}-hint`;
              return (
                <label key={option.name ?? ''} className="cpb-PresetPicker-option">
                  <input
                    type="radio"
                    name={`${id}-${groupIndex}`}
                    value={optionKey(group.name, option.name)}
                    checked={isChosen}
                    aria-describedby={isModified || (isChosen && isUnknown) ? hintId : undefined}
                    aria-disabled={phase === 'working' ? true : undefined}
                    onChange={() => {
                      if (phase !== 'working') begun(choose(group.name, option.name, false));
                    }}
                  />
                  <span>
                    {option.label}
                    {isModified ? (
                      <>
                        {' '}
                        <Badge tone="accent">{messages.modified}</Badge>
                      </>
                    ) : null}
                  </span>
                  {isModified || (isChosen && isUnknown) ? (
                    <span className="cpb-Field-hint" id={hintId}>
                      {isUnknown
                        ? messages.unknownHint(chosen)
                        : messages.modifiedHint(option.label)}
                    </span>
                  ) : null}
                </label>
              );
            })}
            {pending?.group !== group.name ? null : (
              <div ref={bringIntoView} className="cpb-PresetPicker-question">
                <Notice
                  tone="warning"
                  title={messages.overwrittenTitle(pending.overwritten.length)}
                  actions={
                    <>
                      <Button
                        onClick={() => {
                          focusOption(pending.group, pending.name);
                          begun(choose(pending.group, pending.name, true));
                        }}
                      >
                        {messages.replace}
                      </Button>
                      <Button
                        onClick={() => {
                          focusOption(group.name, chosen);
                          setPending(null);
                        }}
                      >
                        {messages.keep}
                      </Button>
                    </>
                  }
                >
                  <p>{messages.overwritten}</p>
                  <OverwrittenValues values={pending.overwritten} schema={schema} />
                </Notice>
              </div>
            )}
          </fieldset>
        );
      })}
      {phase === 'failed' ? (
        <Notice tone="error">
          {problem === null ? messages.failed : messages.problems[problem]}
        </Notice>
      ) : null}
      {phase === 'too-large' ? <Notice tone="warning">{messages.tooLarge}</Notice> : null}
      <span className="cpb-PresetPicker-status" role="status">
        {phase === 'working' ? (
          messages.working
        ) : (
          <span className="cpb-visually-hidden">{announcement}</span>
        )}
      </span>
    </section>
  );

  function options(
    group: PresetGroup,
    unknown: string | null,
  ): readonly { readonly name: string | null; readonly label: string }[] {
    return [
      { name: null, label: messages.none },
      ...(unknown === null ? [] : [{ name: unknown, label: messages.unknown(unknown) }]),
      ...group.presets.map(({ name, displayName }) => ({ name, label: displayName || name })),
    ];
  }
}

/** In the order in which the pack lists them. */
function groupPresets(presets: readonly PackPreset[]): readonly PresetGroup[] {
  const names = [...new Set(presets.map(({ group }) => group))];
  return names.map((name) => ({
    name,
    presets: presets.filter(({ group }) => group === name),
  }));
}

function nameOf(
  presets: readonly PackPreset[],
  group: string,
  name: string | null,
): string | undefined {
  return presets.find((preset) => preset.group === group && preset.name === name)?.displayName;
}

/** What tells an option from all others. */
function optionKey(group: string, name: string | null): string {
  return JSON.stringify([group, name]);
}

/** The question may be longer than what is in view, its buttons at the end. */
function bringIntoView(question: HTMLElement | null): void {
  // jsdom, where hosts test, does not scroll.
  if (typeof question?.scrollIntoView === 'function') question.scrollIntoView({ block: 'nearest' });
}
