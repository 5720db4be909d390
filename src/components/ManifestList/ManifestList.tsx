import { useId, useRef, useState } from 'react';
import type { StackManifest } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { Root } from '../ui/Root';
import { dropIndex } from './dropIndex';
import { FileButton } from './FileButton';
import { ManifestRow } from './ManifestRow';
import { manifestListMessages } from './messages';
import { NEW_MANIFEST_NAME, readManifestFile, type ManifestFile } from './readManifestFile';
import { useFileDrop } from './useFileDrop';
import { useListFollowUp } from './useListFollowUp';

export interface ManifestListProps {
  readonly manifests: readonly StackManifest[];
  /** The manifest that is open in the editor. */
  readonly activeId: string | null;
  /** A row was chosen, or a manifest was added and should open. */
  readonly onActiveChange: (id: string) => void;
  /** Adds a manifest at the end. A taken name may be changed; the list then shows the changed one. */
  readonly onAdd: (name: string, content: string) => void;
  /** Called with whatever was typed, even when it is no good name: see `faults`. */
  readonly onRename: (id: string, name: string) => void;
  /** `toIndex` is where it stands afterwards, counted from 0. */
  readonly onMove: (id: string, toIndex: number) => void;
  readonly onRemove: (id: string) => void;
  /** Takes the last removal back. Without it, the notice of a removal offers no *Undo*. */
  readonly onUndo?: (() => void) | undefined;
  /** What is wrong with a manifest, by its id. */
  readonly faults?: ReadonlyMap<string, string> | undefined;
  /** Such as *Kubernetes*. */
  readonly layerName: string;
  readonly className?: string | undefined;
}

type RefusedFile = Extract<ManifestFile, { type: 'refused' }>;

/** The manifests of a layer: add, open, rename, order and remove. */
export function ManifestList(props: ManifestListProps) {
  const { manifests, activeId, onActiveChange, onAdd, faults, layerName } = props;
  const messages = useMessages('ManifestList', manifestListMessages);
  const shared = useMessages('Shared', sharedMessages);
  const listId = useId();
  const list = useRef<HTMLOListElement>(null);
  const newButton = useRef<HTMLButtonElement>(null);
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [removed, setRemoved] = useState<StackManifest | null>(null);
  const [said, setSaid] = useState({ text: '', count: 0 });

  const say = (text: string) => {
    setSaid(({ count }) => ({ text, count: count + 1 }));
  };
  /** Every change makes the notices of the one before obsolete. */
  const begin = (text: string) => {
    setRefused([]);
    setRemoved(null);
    say(text);
  };
  const nameOf = ({ name }: StackManifest) => (name === '' ? messages.unnamed : name);
  const focusRow = (index: number) => {
    const target = list.current?.children[index]?.querySelector('button') ?? newButton.current;
    target?.focus();
  };
  const followUp = useListFollowUp(manifests, {
    focusRow,
    open: onActiveChange,
    rename: setRenamingId,
  });

  const addNew = () => {
    begin('');
    followUp.expectAdded('rename');
    onAdd(NEW_MANIFEST_NAME, '');
  };
  const addFiles = async (files: readonly File[]) => {
    const results = await Promise.all(files.map(readManifestFile));
    const added = results.filter((result) => result.type === 'read');
    begin(added.length === 0 ? '' : messages.added(added.map(({ name }) => name)));
    setRefused(results.filter((result) => result.type === 'refused'));
    if (added.length > 0) followUp.expectAdded('open');
    for (const { name, content } of added) onAdd(name, content);
  };
  const drop = useFileDrop((files) => void addFiles(files));

  const move = (manifest: StackManifest, toIndex: number) => {
    begin(messages.moved(nameOf(manifest), toIndex + 1, manifests.length));
    props.onMove(manifest.id, toIndex);
  };
  const remove = (manifest: StackManifest, index: number) => {
    begin(messages.removed(nameOf(manifest)));
    setRemoved(manifest);
    followUp.expectRemoved(manifest.id, index);
    props.onRemove(manifest.id);
  };
  const endRename = (manifest: StackManifest, name: string | null, byKey: boolean) => {
    setRenamingId(null);
    if (byKey) followUp.focusAfterRename(manifest.id);
    if (name === null) return;
    begin(messages.renamed(name === '' ? messages.unnamed : name));
    props.onRename(manifest.id, name);
  };
  const isRemovedShown =
    removed !== null && !manifests.some((manifest) => manifest.id === removed.id);

  return (
    <Root
      {...drop.handlers}
      className={['cpb-ManifestList', props.className].filter(Boolean).join(' ')}
      data-drop={drop.isOver ? '' : undefined}
    >
      <div className="cpb-ManifestList-actions">
        <Button ref={newButton} icon="plus" onClick={addNew}>
          {messages.newManifest}
        </Button>
        <FileButton onFiles={(files) => void addFiles(files)}>{messages.fromFile}</FileButton>
      </div>
      {refused.length === 0 ? null : (
        <Notice
          tone="error"
          title={messages.refused(refused.length)}
          actions={
            <Button
              onClick={() => {
                setRefused([]);
                newButton.current?.focus();
              }}
            >
              {shared.dismiss}
            </Button>
          }
        >
          <ul>
            {refused.map(({ fileName, reason }, index) => (
              <li key={index}>{messages.refusals[reason](fileName)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isRemovedShown ? (
        // The status below reads it out; this one is for the eye.
        <Notice
          tone="info"
          announce="off"
          actions={
            props.onUndo === undefined ? null : (
              <Button
                icon="undo"
                onClick={() => {
                  say(messages.restored(nameOf(removed)));
                  followUp.expectRestored(removed.id);
                  props.onUndo?.();
                }}
              >
                {shared.undo}
              </Button>
            )
          }
        >
          {messages.removed(nameOf(removed))}
        </Notice>
      ) : null}
      {manifests.length === 0 ? (
        <div className="cpb-Empty cpb-ManifestList-empty">
          <p className="cpb-Empty-title">{messages.none(layerName)}</p>
          <p>{messages.noneAdvice}</p>
          <p>{messages.noneHow}</p>
        </div>
      ) : (
        <ol ref={list} className="cpb-ManifestList-rows" aria-label={messages.list(layerName)}>
          {manifests.map((manifest, index) => (
            <ManifestRow
              key={manifest.id}
              manifest={manifest}
              index={index}
              count={manifests.length}
              listId={listId}
              isActive={manifest.id === activeId}
              isRenaming={manifest.id === renamingId}
              fault={faults?.get(manifest.id)}
              onSelect={() => {
                onActiveChange(manifest.id);
              }}
              onRenameStart={() => {
                setRenamingId(manifest.id);
              }}
              onRenameEnd={(name, byKey) => {
                endRename(manifest, name, byKey);
              }}
              onMove={(toIndex) => {
                move(manifest, toIndex);
              }}
              onRowDrop={(draggedId, edge) => {
                const from = manifests.findIndex(({ id }) => id === draggedId);
                const dragged = manifests[from];
                const to = dropIndex(from, index, edge);
                if (dragged !== undefined && to !== from) move(dragged, to);
              }}
              onRemove={() => {
                remove(manifest, index);
              }}
            />
          ))}
        </ol>
      )}
      {drop.isOver ? <div className="cpb-ManifestList-drop">{messages.dropHere}</div> : null}
      <div className="cpb-visually-hidden" role="status">
        <span key={said.count}>{said.text}</span>
      </div>
    </Root>
  );
}
