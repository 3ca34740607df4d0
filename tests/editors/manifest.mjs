// The VS Code extension's manifest against its source and the project.
import fs from 'node:fs';
import path from 'node:path';

const top = path.join(process.env.EDITORS, '..');
const folder = path.join(process.env.EDITORS, 'vscode');
const read = name => fs.readFileSync(path.join(folder, name), 'utf8');
const manifest = JSON.parse(read('package.json'));
const source = read('src/extension.ts');
const lock = read('package-lock.json');

function check(name, bad) {
	console.log(bad.length === 0 ? `ok manifest-${name}` :
		`not ok manifest-${name}  ${JSON.stringify(bad)}`);
}

const version = /^VERSION = (.*)$/m
	.exec(fs.readFileSync(path.join(top, 'Makefile'), 'utf8'))[1];
check('has-the-version-of-the-program',
	manifest.version === version ? [] : [manifest.version, version]);
check('has-what-packing-needs', ['name', 'publisher', 'engines', 'main',
	'license', 'description'].filter(key => !manifest[key]));
check('starts-what-is-compiled', manifest.main === './out/extension.js' ?
	[] : [manifest.main]);

const commands = manifest.contributes.commands.map(c => c.command);
check('commands-are-registered', commands.filter(
	name => !source.includes(`'${name}'`)));
const registered = [...source.matchAll(
	/registerCommand\(\s*'([^']*)'/g)].map(m => m[1]);
check('registered-commands-are-contributed', registered.filter(
	name => !commands.includes(name)));

const keys = Object.keys(manifest.contributes.configuration.properties);
check('settings-are-read', keys.filter(key =>
	!source.includes(`'${key.replace(/^candour\./, '')}'`) &&
	!source.includes(`'${key}'`) && key !== 'candour.trace.server'));
check('what-is-read-is-a-setting', [...source.matchAll(
	/settings\(\)\.get(?:<[^>]*>+)?\('([^']*)'/g)].map(m => m[1])
	.filter(key => !keys.includes('candour.' + key)));
check('settings-have-a-type-and-a-default', keys.filter(key => {
	const setting = manifest.contributes.configuration.properties[key];

	return setting.type === undefined || setting.default === undefined ||
		!(setting.description ?? setting.markdownDescription);
}));

const languages = manifest.activationEvents
	.filter(event => event.startsWith('onLanguage:'))
	.map(event => event.slice('onLanguage:'.length));
check('languages-are-selected', languages.filter(
	name => !source.includes(`{ language: '${name}' }`)));
check('dependencies-are-pinned', Object.entries({
	...manifest.dependencies, ...manifest.devDependencies,
}).filter(([, wanted]) => !/^\d/.test(wanted)));
check('lock-names-no-host', lock.includes('"resolved"') ? ['resolved'] : []);
console.log('done');
