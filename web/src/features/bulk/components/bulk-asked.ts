/** What the bar of selected tickets is asking about; one thing at a time. */
export type BulkAsked = 'status' | 'priority' | 'assign' | 'tags' | 'Resolve' | 'Reopen' | 'delete'
