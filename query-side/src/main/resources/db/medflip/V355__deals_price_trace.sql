-- Why a line was quoted at its price, and what the rules made of what was found.
ALTER TABLE read.deal_line ADD COLUMN trace jsonb;
ALTER TABLE read.deal_found ADD COLUMN trace jsonb;
