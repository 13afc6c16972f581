"""The closed set of condition kinds, one file each: what is written, tree, figures, one met and one not-met case."""

from typing import Annotated

from pydantic import Field

from kiemdiem.core.law.kinds import any_of, every, holds, points, share, votes
from kiemdiem.core.law.kinds.any_of import AnyOf
from kiemdiem.core.law.kinds.every import Every
from kiemdiem.core.law.kinds.holds import Holds
from kiemdiem.core.law.kinds.points import Points
from kiemdiem.core.law.kinds.share import Share
from kiemdiem.core.law.kinds.votes import Votes

SomeCondition = Annotated[
    AnyOf | Every | Holds | Points | Share | Votes,
    Field(discriminator="kind"),
]
KINDS = (any_of, every, holds, points, share, votes)
