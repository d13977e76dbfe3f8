"""Trains the network: embeddings of the features, a bidirectional LSTM, a chain over its scores.

Needs PyTorch, which nothing else in the project does.
"""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import settings as recipe
import torch
from chained import Sequenced
from torch import Tensor, nn

_STEEPEST = 5.0
_WARM_UP = 100
_LOWEST = 0.01


class Network(nn.Module):
    """Scores of states; row 0 of the embeddings stands for a token without known features."""

    def __init__(self, features: int, states: int, settings: recipe.Network) -> None:
        """Takes how many features and states there are."""
        super().__init__()
        self.settings = settings
        width = settings.embedding
        self.embedding = nn.EmbeddingBag(features + 1, width, mode="sum", sparse=True)
        nn.init.normal_(self.embedding.weight, std=0.05)
        self.lstm = nn.LSTM(width, settings.hidden, bidirectional=True, batch_first=True)
        self.output = nn.Linear(2 * settings.hidden + width, states)
        self.start = nn.Parameter(torch.zeros(states))
        self.transitions = nn.Parameter(torch.zeros(states, states))
        self.dropout = nn.Dropout(settings.dropout)

    def forward(self, lines: Sequence[Sequence[Sequence[int]]]) -> tuple[Tensor, Tensor]:
        """The scores (lines, tokens, states), and which of them are not padding."""
        lengths = torch.tensor([len(line) for line in lines])
        within = torch.arange(int(lengths.max()))[None, :] < lengths[:, None]
        tokens = [row or (0,) for line in lines for row in line]
        rows = torch.tensor(list(chain.from_iterable(tokens)))
        sizes = torch.tensor([len(row) for row in tokens])
        weights = torch.ones(len(rows))
        if self.training:
            kept = 1 - self.settings.forgotten
            weights = (torch.rand(len(rows)) < kept).float() / kept
        summed = self.embedding(rows, sizes.cumsum(0) - sizes, per_sample_weights=weights)
        inputs = torch.zeros(*within.shape, summed.shape[1])
        inputs = self.dropout(inputs.masked_scatter(within[..., None], torch.tanh(summed)))
        packed = nn.utils.rnn.pack_padded_sequence(
            inputs, lengths, batch_first=True, enforce_sorted=False
        )
        read, _ = nn.utils.rnn.pad_packed_sequence(
            self.lstm(packed)[0], batch_first=True, total_length=within.shape[1]
        )
        return self.output(self.dropout(torch.cat((read, inputs), dim=2))), within

    def loss(self, scores: Tensor, within: Tensor, states: Tensor) -> Tensor:
        """The mean over the tokens of how unlikely the states are that were meant."""
        sums = scores[:, 0] + self.start
        steps = self.transitions.exp()
        for place in range(1, scores.shape[1]):
            top = sums.max(dim=1, keepdim=True).values
            after = torch.log(torch.exp(sums - top) @ steps + 1e-30) + top + scores[:, place]
            sums = torch.where(within[:, place, None], after, sums)
        meant = (scores.gather(2, states[..., None])[..., 0] * within).sum(dim=1)
        meant = meant + self.start[states[:, 0]]
        meant = meant + (self.transitions[states[:, :-1], states[:, 1:]] * within[:, 1:]).sum(dim=1)
        return (torch.logsumexp(sums, dim=1) - meant).sum() / within.sum()


def train_network(
    strings: Sequence[Sequenced],
    features: Mapping[str, int],
    states: Sequence[str],
    settings: recipe.Network = recipe.NETWORK,
) -> Network:
    """The network learnt from the strings; ``features`` gives each known feature its row."""
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)
    number = {state: i for i, state in enumerate(states)}
    lines = [[[features[x] for x in row if x in features] for row in s.rows] for s in strings]
    meant = [[number[state] for state in s.states] for s in strings]
    network = Network(len(features), len(states), settings)
    dense = [p for name, p in network.named_parameters() if not name.startswith("embedding")]
    optimisers: Sequence[torch.optim.Optimizer] = (
        torch.optim.AdamW(dense, lr=settings.rate, weight_decay=settings.decay),
        torch.optim.SparseAdam([network.embedding.weight], lr=settings.rate),
    )
    steps = settings.epochs * len(list(_batches(lines, settings.together, rng)))
    step = 0
    for epoch in range(settings.epochs):
        started, lost = time.monotonic(), 0.0
        for batch in _batches(lines, settings.together, rng):
            _set_rate(optimisers, settings.rate, step, steps)
            step += 1
            scores, within = network([lines[i] for i in batch])
            loss = network.loss(scores, within, _padded([meant[i] for i in batch]))
            for optimiser in optimisers:
                optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(dense, _STEEPEST)
            for optimiser in optimisers:
                optimiser.step()
            lost += loss.item() * int(within.sum())
        tokens = sum(map(len, lines))
        took = time.monotonic() - started
        print(f"epoch {epoch + 1}: loss {lost / tokens:.4f}, {took:.0f} s", flush=True)
    return network.eval()


def _set_rate(
    optimisers: Sequence[torch.optim.Optimizer], rate: float, step: int, steps: int
) -> None:
    """Warms up, then falls evenly."""
    now = rate * min(1.0, (step + 1) / _WARM_UP) * max(_LOWEST, 1 - step / steps)
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = now


def _batches(
    lines: Sequence[Sequence[object]], together: int, rng: random.Random
) -> Iterator[list[int]]:
    """Lines of about one length together, in random order."""
    order = sorted(range(len(lines)), key=lambda i: len(lines[i]) + rng.random() * 6)
    batches: list[list[int]] = [[]]
    for i in order:
        if batches[-1] and (len(batches[-1]) + 1) * len(lines[i]) > together:
            batches.append([])
        batches[-1].append(i)
    rng.shuffle(batches)
    yield from batches


def _padded(rows: Sequence[Sequence[int]]) -> Tensor:
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
