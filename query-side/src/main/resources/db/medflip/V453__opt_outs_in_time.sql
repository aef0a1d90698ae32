-- When people stopped texts, for the report that counts them by month.
CREATE INDEX ON read.timeline_entry (tenant_id, recorded_at) WHERE event = 'messaging.OptedOut';
