import { type BuilderElement, type ParagraphChild, TextRun } from 'docx';
import type { FormField } from '../../report/types.ts';
import { xmlText } from '../ooxml/text.ts';
import { element } from './elements.ts';
import { runs } from './inline.ts';
import type { Place } from './place.ts';
import { STYLE } from './styles.ts';

/**
 * Word takes at most 64 characters for a control's title and tag, and calls a file with more damaged.
 *
 * @see {@link https://learn.microsoft.com/openspecs/office_standards/ms-oi29500 | MS-OI29500, 2.1.300 and 2.1.349}
 */
const LONGEST_NAME = 64;

/** What tells one kind of control from another: its last property, and what it shows. */
interface Control {
  readonly kind: BuilderElement;
  readonly shown: readonly TextRun[];
  /** Whether what it shows is the prompt, to be replaced when the person types. */
  readonly prompting: boolean;
}

const CONTROLS: { readonly [C in FormField['control']]: (field: FormField) => Control } = {
  text: (field) => ({
    kind: element('w:text', { 'w:multiLine': '1' }),
    ...valueOrPrompt(field),
  }),
  choice: (field) => ({
    kind: element(
      'w:dropDownList',
      {},
      field.choices.map((choice) => listItem(xmlText(choice))),
    ),
    ...valueOrPrompt(field),
  }),
  date: (field) => ({ kind: dateKind(field.value), ...valueOrPrompt(field) }),
  checkbox: checkbox,
};

/**
 * A content control that a person fills in, and that is found again by its tag.
 *
 * @throws {Error} when the tag is longer than Word's 64 characters, as it could not be found again.
 */
export function field(form: FormField, place: Place): readonly ParagraphChild[] {
  if (form.tag.length > LONGEST_NAME) {
    throw new Error(`The form field ${form.tag} has a tag of more than ${LONGEST_NAME} characters`);
  }
  const { kind, shown, prompting } = CONTROLS[form.control](form);
  const sdt = element('w:sdt', {}, [
    // The order is that of CT_SdtPr (ISO/IEC 29500-4, 17.5.2.38): Word refuses another.
    element('w:sdtPr', {}, [
      element('w:alias', { 'w:val': xmlText(form.prompt).slice(0, LONGEST_NAME) }),
      element('w:tag', { 'w:val': form.tag }),
      element('w:id', { 'w:val': place.numbers.nextControl() }),
      // The control stays when its text is deleted; what it holds may change.
      element('w:lock', { 'w:val': 'sdtLocked' }),
      ...(prompting ? [element('w:showingPlcHdr')] : []),
      kind,
    ]),
    element('w:sdtContent', {}, shown),
  ]);
  // A w:sdt may stand wherever a run may (ISO/IEC 29500-4, EG_PContent); docx's list of a paragraph's
  // children, which it writes as they are, names its own classes only.
  const control = sdt as ParagraphChild;
  return form.control === 'checkbox' ? [control, ...runs(` ${form.prompt}`)] : [control];
}

/** In brackets: on paper, and in LibreOffice, which drops the style of a prompt, it must not look filled. */
function valueOrPrompt({ value, prompt }: FormField): Omit<Control, 'kind'> {
  return value === null
    ? { shown: runs(`[${prompt}]`, { style: STYLE.placeholder }), prompting: true }
    : { shown: runs(value), prompting: false };
}

function listItem(choice: string): BuilderElement {
  return element('w:listItem', { 'w:displayText': choice, 'w:value': choice });
}

function dateKind(value: string | null): BuilderElement {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
  return element('w:date', day === undefined ? {} : { 'w:fullDate': `${day}T00:00:00Z` }, [
    element('w:dateFormat', { 'w:val': 'yyyy-MM-dd' }),
    element('w:lid', { 'w:val': 'en-GB' }),
    element('w:storeMappedDataAs', { 'w:val': 'dateTime' }),
    element('w:calendar', { 'w:val': 'gregorian' }),
  ]);
}

const BOX_FONT = 'MS Gothic';

function checkbox({ value }: FormField): Control {
  const checked = value !== null && !/^(no|false|)$/i.test(value);
  const state = (name: string, code: string) =>
    element(`w14:${name}`, { 'w14:val': code, 'w14:font': BOX_FONT });
  return {
    kind: element('w14:checkbox', {}, [
      element('w14:checked', { 'w14:val': checked ? '1' : '0' }),
      state('checkedState', '2612'),
      state('uncheckedState', '2610'),
    ]),
    shown: [new TextRun({ text: checked ? '☒' : '☐', font: BOX_FONT })],
    prompting: false,
  };
}
