-- How each business stands by its subscription, as its events say: asked at every command. Nobody's name, and nothing of
-- a card.
CREATE TABLE write.subscription (
    tenant_id     uuid PRIMARY KEY,
    -- By which Stripe knows the business: whose a webhook is.
    customer      text UNIQUE,
    trial_ends_at timestamptz,
    standing      jsonb NOT NULL
);
SELECT protect_tenant_table('write.subscription');
CREATE INDEX subscription_trial ON write.subscription (trial_ends_at);
