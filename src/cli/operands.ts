import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";

/** The one operand of a command. @throws UsageError when there is none, or more than one */
export function onlyOperand(operands: readonly string[], what: string): string {
  const [operand, ...rest] = operands;
  if (operand === undefined) throw new UsageError(messages.operandMissing(what));
  if (rest.length > 0) throw new UsageError(messages.operandTooMuch(what, rest));
  return operand;
}
