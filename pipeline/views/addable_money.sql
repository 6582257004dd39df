-- The sums of money that may be added up, each once: of one financial year and not of several that begin with it, no
-- range, not for each of something, no price, estimate or level to compare with, no repetition. Add up only rows of one
-- `role`, `period_kind`, `currency` and `financial_year`. Equal sums for a programme in two documents are taken as one.
SELECT mention_id, doc_id, said_on, programme_text, payer_body_id,
       coalesce(organisations.name, payer_text) AS payer,
       role, financial_year, period_kind, currency, amount,
       coalesce(modifier, 'exact') AS modifier,
       text, sentence_text
FROM money
LEFT JOIN organisations ON organisations.body_id = money.payer_body_id
WHERE repeat_of IS NULL
  AND financial_year IS NOT NULL AND coalesce(period_months, 12) <= 12
  AND amount_max IS NULL
  AND unit_kind IS NULL AND unit_text IS NULL
  AND role IN ('funding_commitment', 'funding_past', 'uplift', 'saving')
QUALIFY programme_text IS NULL OR row_number() OVER (
    PARTITION BY programme_text, role, financial_year, period_kind, currency, amount, coalesce(modifier, 'exact')
    ORDER BY said_on NULLS LAST, doc_id, char_start
) = 1
ORDER BY doc_id, char_start
