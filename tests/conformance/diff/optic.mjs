// Reads the checks that failed out of what optic prints: each operation, what they are about, and the check.
const operationLine = /^\S+ (?<operation>(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE) \S+): *\w*$/;
const propertyLine = /^\s*- property (?<place>\S+):/;
const failureLine = /x \[(?<rule>[^\]]+)\] (?<text>.*)$/;

export function findings(output) {
    const found = new Map();
    let operation, property;
    for (const line of output.split('\n')) {
        const match = operationLine.exec(line) ?? propertyLine.exec(line);
        if (match?.groups.operation) {
            [operation, property] = [match.groups.operation, undefined];
        } else if (match) {
            property = match.groups.place.split('/').at(-1);
        }

        const failure = failureLine.exec(line)?.groups;
        if (failure) {
            const subject = /'([^']+)'/.exec(failure.text)?.[1] ?? /parameter (\S+?)\.? /.exec(failure.text)?.[1] ?? property;
            found.set([operation, failure.rule, subject].join('|'), { operation, rule: failure.rule, subject });
        }
    }

    return [...found.values()];
}
