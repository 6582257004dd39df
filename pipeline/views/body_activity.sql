-- One row a body that anything is known of: where it is named, what it answers, is asked to do, responds to and pays.
-- A body that is not in the register has no `body_id` and counts by its name.
WITH events AS (
    SELECT body_id, canonical_name AS name, kind, doc_id, said_on, 'mention' AS event FROM bodies
    UNION ALL
    SELECT body_id, NULL, NULL, doc_id, coalesce(date_answered, date_tabled), 'question' FROM qa_pairs
    WHERE body_id IS NOT NULL
    UNION ALL
    SELECT body_id, NULL, NULL, doc_id, NULL, 'addressee' FROM recommendation_addressees
    WHERE body_id IS NOT NULL
    UNION ALL
    SELECT responder_body_id, NULL, NULL, doc_id, said_on, 'verdict' FROM verdicts
    WHERE responder_body_id IS NOT NULL
    UNION ALL
    SELECT payer_body_id, NULL, NULL, doc_id, said_on, 'payer' FROM money
    WHERE payer_body_id IS NOT NULL AND repeat_of IS NULL
)
SELECT events.body_id,
       coalesce(organisations.name, events.name) AS name,
       coalesce(any_value(organisations.kind), any_value(events.kind)) AS kind,
       count(DISTINCT events.doc_id) AS n_documents,
       count(*) FILTER (WHERE event = 'mention') AS n_mentions,
       count(*) FILTER (WHERE event = 'question') AS n_questions_answered,
       count(*) FILTER (WHERE event = 'addressee') AS n_recommendations_addressed,
       count(*) FILTER (WHERE event = 'verdict') AS n_verdicts,
       count(*) FILTER (WHERE event = 'payer') AS n_sums_paid,
       min(events.said_on) AS first_said_on,
       max(events.said_on) AS last_said_on
FROM events
LEFT JOIN organisations ON organisations.body_id = events.body_id
GROUP BY events.body_id, coalesce(organisations.name, events.name)
ORDER BY n_mentions DESC, name, events.body_id
