import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Failed, failedBy, failedWithout, saying } from '../ground/problem.ts';
import { auth, bearer } from '../ground/session.ts';
import { Part } from './part.ts';

/** A form below /auth, in a dialog: sends, says what was wrong, and puts the focus where it goes on. */
export abstract class Step extends Part {
  @state() protected problem: string | null = null;
  private busy = false;

  protected abstract heading(): string;
  protected abstract verb(): string;
  protected abstract fields(): TemplateResult;
  protected abstract send(): Promise<void>;

  /** What else can be done here. */
  protected others(): TemplateResult | typeof nothing {
    return nothing;
  }

  override render() {
    return html`<form @submit=${this.submit}>
      <h2 id="step-title">${this.heading()}</h2>
      ${this.fields()}
      ${this.problem === null ? nothing : html`<p class="note failure" id="step-error" role="alert">${this.problem}</p>`}
      <p class="buttons">${this.others()}<button class="button primary" id="step-go">${this.verb()}</button></p>
    </form>`;
  }

  override firstUpdated(): void {
    this.focusNext();
  }

  protected value(id: string): string {
    return this.querySelector<HTMLInputElement>(`#${id}`)!.value;
  }

  /** To the first field that is empty. */
  protected focusNext(): void {
    const fields = [...this.querySelectorAll<HTMLInputElement>('input:not([type=checkbox], [readonly])')];
    (fields.find((field) => field.value === '') ?? fields[0])?.focus();
  }

  /** A POST whose refusal is thrown. */
  protected async post(path: string, body: object): Promise<Response> {
    let response: Response;
    try {
      await bearer();
      response = await auth(path, body);
    } catch (reason) {
      throw reason instanceof Failed ? reason : failedWithout(reason);
    }
    if (!response.ok) {
      throw await this.refusal(response);
    }
    return response;
  }

  protected async refusal(response: Response): Promise<Failed> {
    const failed = await failedBy(response);
    const [violation] = failed.violations;
    return violation === undefined ? failed : new Failed(failed.status, failed.title, violation.message);
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await this.send();
    } catch (reason) {
      this.problem = saying(reason);
      await this.updateComplete;
      this.focusNext();
    } finally {
      this.busy = false;
    }
  };
}
