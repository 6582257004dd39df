-- What a person should look at before relying on the tables, one row a reason: `text` in the document at `char_start`,
-- and the row of `table_name` it comes from.
SELECT 'figures that conflict' AS reason, doc_id, 'checks' AS table_name, check_id AS row_id, char_start, char_end,
       text, concat(check_type, ': stated ', coalesce(printf('%.10g', stated_value), 'in words'),
                    ', found ', coalesce(printf('%.10g', computed_value), 'nothing')) AS detail
FROM checks
WHERE status = 'conflict'
UNION ALL
SELECT 'figure that cannot be checked', doc_id, 'checks', check_id, char_start, char_end, text, check_type
FROM checks
WHERE status = 'cannot_check'
UNION ALL
SELECT 'flag of a document', doc_id, 'documents', doc_id, NULL, NULL, NULL, unnest(flags)
FROM documents
UNION ALL
SELECT 'position inferred, no verdict stated', doc_id, 'recommendations', recommendation_id, position_char_start,
       position_char_end, position_text, position_inferred
FROM recommendations
WHERE position_inferred IS NOT NULL
UNION ALL
SELECT 'recommendation without a response', doc_id, 'recommendations', recommendation_id, char_start, char_end, text,
       'number ' || number
FROM recommendations
WHERE response_status = 'not_addressed'
UNION ALL
SELECT 'question or answer clipped by the source', doc_id, 'qa_pairs', qa_id, char_start, char_end, heading,
       concat_ws(', ', CASE WHEN is_question_clipped THEN 'question' END, CASE WHEN is_answer_clipped THEN 'answer' END)
FROM qa_pairs
WHERE is_question_clipped OR is_answer_clipped
UNION ALL
SELECT CASE WHEN is_fatal THEN 'file not read' ELSE 'file read only in part' END, source_path, 'failures', failure_id,
       NULL, NULL, NULL, message
FROM failures
ORDER BY doc_id, reason, char_start, row_id
