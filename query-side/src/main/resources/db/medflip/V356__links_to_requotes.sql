-- Until when a private link opens. Links from before have no such day: they are good as long as their quote.
ALTER TABLE read.offer_link ADD COLUMN good_until date;
ALTER TABLE read.deal ADD COLUMN link_good_until date;
-- When and through whom the person took the new price of what was found.
ALTER TABLE read.deal ADD COLUMN requote_accepted_on date;
ALTER TABLE read.deal ADD COLUMN requote_accepted_by text;
