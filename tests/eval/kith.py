"""Asking Kith: `kith` at the prompt, and `kith_answers` for what no command says yet."""
import json
import pathlib
import shlex
import subprocess
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]


class Kith:
    def __init__(self, kith, answers):
        self.command = [str(TOP / word) if '/' in word and not word.startswith('/') else word for word in shlex.split(kith)]
        self.answers_command = [str(TOP / answers)]

    def run(self, *arguments):
        """What it said: (whether it went well, standard output, standard error)."""
        done = subprocess.run([*self.command, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return done.returncode == 0, done.stdout, done.stderr

    def answers(self, *arguments):
        done = subprocess.run([*self.answers_command, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise RuntimeError(f'kith_answers {arguments[0]} ended with {done.returncode}: {done.stderr.strip()}')
        return done.stdout


class Imported:
    """Files brought in, one after another, and what Kith has then."""

    def __init__(self, kith, *files):
        self.kith = kith
        self.folder = tempfile.TemporaryDirectory()
        self.file = pathlib.Path(self.folder.name) / 'w.kith'
        self.said, self.refused, self.notices = [], {}, []
        for file in files:
            self.bring(file)

    def bring(self, file):
        done, out, error = self.kith.run('import', file, '--into', self.file, '--json')
        if done:
            said = json.loads(out)
            self.said.append(said)
            self.notices += said['notices']
        else:
            self.refused[pathlib.Path(file).name] = error.strip()

    def records(self):
        """Every record by kind, as `kith export --format json` writes them."""
        done, out, error = self.kith.run('export', self.file, '--format', 'json')
        if not done:
            return {}
        return json.loads(out)['records']

    def of(self, kind):
        return self.records().get(kind, [])

    def card(self, version='vcard'):
        return self.kith.run('export', self.file, '--format', version)[1]


def values(record, kind):
    """A person's addresses of one kind."""
    return [point.get('value') for point in record.get('contact_points', []) if point.get('kind') == kind]


def name(person):
    return person.get('display_name') or ' '.join(filter(None, (person.get('given_name'), person.get('family_name'))))
