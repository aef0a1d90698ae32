-- What a sale that has shipped is about, so that a list needn't ask its lots; item_words is how it is searched for.
ALTER TABLE read.sale ADD COLUMN items text[];
ALTER TABLE read.sale ADD COLUMN item_words text[];
