-- What is stated for each programme and financial year, of the sums in addable_money. Never add up rows of different
-- `role`, `period_kind` or `currency`. `n_not_exact` of the sums are bounds or approximate (`up to £3 million`).
SELECT programme_text, financial_year, role, period_kind, currency,
       sum(amount) AS amount,
       count(*) AS n_sums,
       count(*) FILTER (WHERE modifier <> 'exact') AS n_not_exact,
       count(DISTINCT doc_id) AS n_documents,
       string_agg(DISTINCT payer, '; ' ORDER BY payer) AS payers
FROM addable_money
WHERE programme_text IS NOT NULL
GROUP BY programme_text, financial_year, role, period_kind, currency
ORDER BY programme_text, financial_year, role, period_kind, currency
