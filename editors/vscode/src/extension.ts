// Starts `candour lsp` and shows what it says; all else is the server's.
import * as vscode from 'vscode';
import {
	ExecuteCommandRequest, LanguageClient, LanguageClientOptions,
	ServerOptions,
} from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

// No scheme: unsaved and remote texts are read too.
const selector = [
	{ language: 'markdown' },
	{ language: 'plaintext' },
	{ language: 'html' },
	{ pattern: '**/.candour.yml' },
	{ language: 'yaml', pattern: '**/rules/**/*.{yml,yaml}' },
];

function settings() {
	return vscode.workspace.getConfiguration('candour');
}

function create(): LanguageClient {
	const server: ServerOptions = {
		command: settings().get<string>('path', 'candour'),
		args: ['lsp', ...settings().get<string[]>('arguments', [])],
	};
	const options: LanguageClientOptions = {
		documentSelector: selector,
		initializationOptions: {
			profile: settings().get('profile'),
			rules: settings().get('rules'),
			workspace: settings().get('workspace'),
		},
		synchronize: { configurationSection: 'candour' },
	};

	return new LanguageClient('candour', 'candour', server, options);
}

async function start(): Promise<void> {
	client = create();
	try {
		await client.start();
	} catch (error) {
		const path = settings().get<string>('path', 'candour');

		client = undefined;
		void vscode.window.showErrorMessage(
			`candour: '${path} lsp' does not start (${error}). ` +
			`The setting candour.path says which program it is.`);
	}
}

async function restart(): Promise<void> {
	await client?.stop();
	await start();
}

// Asks the server for a page about the text in front.
async function show(command: string): Promise<void> {
	const editor = vscode.window.activeTextEditor;

	if (client === undefined || editor === undefined)
		return;
	await client.sendRequest(ExecuteCommandRequest.type, {
		command,
		arguments: [
			client.code2ProtocolConverter.asUri(editor.document.uri),
		],
	});
}

export async function activate(
	context: vscode.ExtensionContext): Promise<void> {
	context.subscriptions.push(
		vscode.commands.registerCommand(
			'candour.showRegister', () => show('candour.register')),
		vscode.commands.registerCommand(
			'candour.showAssurance', () => show('candour.assure')),
		vscode.commands.registerCommand('candour.restart', restart),
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration('candour.path') ||
				event.affectsConfiguration('candour.arguments'))
				void restart();
		}));
	await start();
}

export async function deactivate(): Promise<void> {
	await client?.stop();
}
