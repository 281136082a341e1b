"""The bid: one immutable value that holds everything; everything else reads it."""

from typing import ClassVar, Literal

from bidkit.domain import consortium as partnerships
from bidkit.domain import costs as money
from bidkit.domain import criteria as marking
from bidkit.domain import decision as decisions
from bidkit.domain import documents as papers
from bidkit.domain import evidence as proof
from bidkit.domain import offer as offers
from bidkit.domain import opportunity as opportunities
from bidkit.domain import organisation as organisations
from bidkit.domain import questionnaire as questions_asked
from bidkit.domain import review as reviews
from bidkit.domain import rounds as handing_in
from bidkit.domain import value as values
from bidkit.domain.answers import Answer
from bidkit.domain.attachments import Attachment
from bidkit.domain.base import Group, Reader, blank


class Appearance(Group):
    """How the bid looks when it leaves: logo, two colours, letter shapes."""

    reader: ClassVar[Reader] = Reader.BUYER
    logo: str = ""
    first_colour: str = ""
    second_colour: str = ""
    font: Literal["", "source sans", "atkinson"] = ""
    show_counts: bool = True
    contents: bool = True


class Bid(Group):
    """Everything that is known of one bid, at one moment."""

    about: opportunities.About = blank(opportunities.About)
    opportunity: opportunities.Opportunity = blank(opportunities.Opportunity)
    lot_plan: opportunities.LotPlan = blank(opportunities.LotPlan)
    decision: decisions.Decision = blank(decisions.Decision)
    organisation: organisations.Organisation = blank(organisations.Organisation)
    partnership: partnerships.Partnership = blank(partnerships.Partnership)
    scoring: marking.Scoring = blank(marking.Scoring)
    offer: offers.Offer = blank(offers.Offer)
    case: proof.Case = blank(proof.Case)
    business_case: proof.BusinessCase = blank(proof.BusinessCase)
    full_value: values.FullValue = blank(values.FullValue)
    social_return: values.SocialReturn = blank(values.SocialReturn)
    costing: money.Costing = blank(money.Costing)
    presentation: handing_in.Presentation = blank(handing_in.Presentation)
    after: handing_in.AfterDecision = blank(handing_in.AfterDecision)
    appearance: Appearance = blank(Appearance)

    rounds: tuple[handing_in.Round, ...] = ()
    lots: tuple[opportunities.Lot, ...] = ()
    lot_combinations: tuple[opportunities.LotCombination, ...] = ()
    conditions: tuple[opportunities.Condition, ...] = ()
    buyer_points: tuple[opportunities.BuyerPoint, ...] = ()
    contacts: tuple[opportunities.Contact, ...] = ()
    competitors: tuple[opportunities.Competitor, ...] = ()

    documents: tuple[papers.TenderDocument, ...] = ()
    document_versions: tuple[papers.DocumentVersion, ...] = ()
    requirements: tuple[papers.Requirement, ...] = ()
    amendments: tuple[papers.Amendment, ...] = ()
    clarifications: tuple[papers.Clarification, ...] = ()
    excerpts: tuple[papers.Excerpt, ...] = ()

    gates: tuple[decisions.Gate, ...] = ()
    red_flags: tuple[decisions.RedFlag, ...] = ()
    buyer_quality: tuple[decisions.BuyerQuality, ...] = ()

    identifiers: tuple[organisations.Identifier, ...] = ()
    people: tuple[organisations.Person, ...] = ()
    connected_bodies: tuple[organisations.ConnectedBody, ...] = ()
    policies: tuple[organisations.Policy, ...] = ()
    insurances: tuple[organisations.Insurance, ...] = ()
    quality_marks: tuple[organisations.QualityMark, ...] = ()
    accounts: tuple[organisations.AccountsYear, ...] = ()
    funding_sources: tuple[organisations.FundingSource, ...] = ()
    track_record: tuple[organisations.TrackRecord, ...] = ()
    case_studies: tuple[organisations.CaseStudy, ...] = ()
    referees: tuple[organisations.Referee, ...] = ()
    self_assessment: tuple[organisations.SelfAssessment, ...] = ()

    sections: tuple[questions_asked.Section, ...] = ()
    questions: tuple[questions_asked.Question, ...] = ()
    parts: tuple[questions_asked.Part, ...] = ()
    responses: tuple[questions_asked.Response, ...] = ()
    response_rows: tuple[questions_asked.ResponseRow, ...] = ()

    scales: tuple[marking.Scale, ...] = ()
    criteria: tuple[marking.Criterion, ...] = ()
    answers: tuple[Answer, ...] = ()

    steps: tuple[offers.DeliveryStep, ...] = ()
    milestones: tuple[offers.Milestone, ...] = ()
    roles: tuple[offers.StaffRole, ...] = ()
    transferring: tuple[offers.TransferringPost, ...] = ()
    measures: tuple[offers.PerformanceMeasure, ...] = ()
    risks: tuple[offers.Risk, ...] = ()
    fits: tuple[offers.Fit, ...] = ()

    needs: tuple[proof.Need, ...] = ()
    activities: tuple[proof.Activity, ...] = ()
    outputs: tuple[proof.Output, ...] = ()
    outcomes: tuple[proof.Outcome, ...] = ()
    indicators: tuple[proof.Indicator, ...] = ()
    results: tuple[proof.Result, ...] = ()
    evidence: tuple[proof.Evidence, ...] = ()
    testimonials: tuple[proof.Testimonial, ...] = ()

    value_items: tuple[values.ValueItem, ...] = ()
    commitments: tuple[values.Commitment, ...] = ()
    social_measures: tuple[values.SocialMeasure, ...] = ()
    return_lines: tuple[values.ReturnLine, ...] = ()
    social_clauses: tuple[values.SocialClause, ...] = ()

    cost_lines: tuple[money.CostLine, ...] = ()
    pay_figures: tuple[money.PayFigures, ...] = ()
    projects: tuple[money.Project, ...] = ()
    drivers: tuple[money.Driver, ...] = ()
    driver_shares: tuple[money.DriverShare, ...] = ()
    overheads: tuple[money.Overhead, ...] = ()
    price_lines: tuple[money.PriceLine, ...] = ()
    payments: tuple[money.Payment, ...] = ()
    other_funding: tuple[money.OtherFunding, ...] = ()

    partners: tuple[partnerships.Partner, ...] = ()
    partner_checks: tuple[partnerships.PartnerCheck, ...] = ()
    panel_members: tuple[partnerships.PanelMember, ...] = ()
    allocations: tuple[partnerships.Allocation, ...] = ()
    agreement_points: tuple[partnerships.AgreementPoint, ...] = ()
    subcontract_tests: tuple[partnerships.SubcontractTest, ...] = ()

    comments: tuple[reviews.Comment, ...] = ()
    panel_marks: tuple[reviews.PanelMark, ...] = ()
    moderated_marks: tuple[reviews.ModeratedMark, ...] = ()
    tasks: tuple[reviews.Task, ...] = ()
    lessons: tuple[reviews.Lesson, ...] = ()

    instructions: tuple[handing_in.Instruction, ...] = ()
    sign_offs: tuple[handing_in.SignOff, ...] = ()
    panel_questions: tuple[handing_in.PanelQuestion, ...] = ()
    slides: tuple[handing_in.Slide, ...] = ()
    marks_received: tuple[handing_in.MarkReceived, ...] = ()

    attachments: tuple[Attachment, ...] = ()


EMPTY = blank(Bid)
