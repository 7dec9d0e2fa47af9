import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";

/** The one operand of a command. @throws UsageError when there is none, or more than one */
export function onlyOperand(operands: readonly string[], what: string): string {
  const [operand, ...rest] = operands;
  if (operand === undefined) throw new UsageError(messages.operandMissing(what));
  if (rest.length > 0) throw new UsageError(messages.operandTooMuch(what, rest));
  return operand;
}

/** The operand of a command that may have one. @throws UsageError when there is more than one */
export function atMostOneOperand(operands: readonly string[], what: string): string | undefined {
  return operands.length === 0 ? undefined : onlyOperand(operands, what);
}
