"""The closed vocabularies of the tables: every value a column may hold, in the order the data dictionary prints them.

A new value is a minor change of the schema; a removed or renamed one is a major change.
"""

DOCUMENT_TYPE = ("written_questions", "government_response", "press", "report", "other")
DOCUMENT_FLAG = (
    "no_grammar",
    "text_clipped",
    "list_missing",
    "number_gap",
    "footnote_missing",
    "no_text_layer",
    "encoding_guessed",
    "over_limit",
)
METADATA_SOURCE = ("manifest", "document", "none")
PRECISION = ("day", "month", "year")

SEGMENT_KIND = (
    "title",
    "metadata",
    "heading",
    "paragraph",
    "list_item",
    "table_row",
    "question",
    "answer",
    "recommendation",
    "response",
    "previous_response",
    "quote",
    "footnote",
    "boilerplate",
)

HOUSE = ("Commons", "Lords")
ANSWER_STATUS = ("answered", "holding", "corrected", "withdrawn", "unanswered")
CLUSTER_KIND = ("single", "grouped", "repeated")

MONEY_MODIFIER = ("exact", "approximately", "up_to", "at_least", "more_than", "less_than", "nearly")
MONEY_PERIOD_KIND = (
    "none",
    "per_year",
    "per_month",
    "per_week",
    "per_day",
    "per_hour",
    "total_over_period",
    "for_financial_year",
    "each_of",
)
MONEY_UNIT_KIND = ("person", "household", "organisation", "place", "item")
MONEY_ROLE = (
    "funding_commitment",
    "funding_past",
    "uplift",
    "cost_estimate",
    "baseline",
    "rate_or_threshold",
    "fee_or_penalty",
    "saving",
    "other",
)

VERDICT = (
    "accepted",
    "accepted_in_part",
    "accepted_in_principle",
    "rejected",
    "noted",
    "under_consideration",
    "not_for_government",
)
VERDICT_BASIS = ("sentence", "label", "group_sentence", "table_cell", "document_sentence")
RESPONSE_STATUS = ("verdict_stated", "answered_without_verdict", "deferred", "for_others", "not_addressed")
POSITION = (
    "agrees",
    "partly_agrees",
    "leans_against",
    "already_done",
    "will_consider",
    "noted",
    "not_for_government",
)
DELIVERY_STATUS = ("implemented", "in_progress", "not_started", "closed")
ADDRESSEE_ROLE = ("lead", "co_actor", "partner", "implicit_target")
CHECK_TYPE = ("recommendation_count", "verdict_count", "group_members", "sum", "rate_times_years")
CHECK_STATUS = ("agree", "conflict", "cannot_check")

BODY_KIND = (
    "department",
    "agency_or_alb",
    "office_holder",
    "parliament",
    "devolved_government",
    "local_government",
    "police",
    "inspectorate",
    "court_or_judiciary",
    "health_body",
    "charity_or_ngo",
    "company",
    "university",
    "international",
    "board_or_partnership",
    "other",
)
BODY_MATCH = ("name", "acronym", "alias", "defined_in_text", "post", "pattern")
DATE_MODIFIER = ("by", "before", "from", "since", "until", "after", "on")
DATE_KIND = (
    "date",
    "month",
    "season",
    "quarter",
    "year",
    "financial_year",
    "financial_range",
    "year_range",
    "year_ending",
    "relative",
    "vague",
)
DATE_ROLE = ("publication", "deadline_or_plan", "effective_or_past_event", "reference_period", "other")

FAILURE_STAGE = ("read", "segment", "extract", "link", "limit")
ROW_SOURCE = ("rule", "correction")
