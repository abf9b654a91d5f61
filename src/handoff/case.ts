/** What people call a case on the phone: six letters and digits, made from the conversation's id. Not unique, and not a key. */
export function referenceOf(conversation: string): string {
  return conversation.replaceAll(/[^a-z0-9]/gi, '').slice(0, 6).toUpperCase();
}
